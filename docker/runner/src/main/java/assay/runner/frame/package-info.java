/**
 * What grader and sandbox say to each other: frames of checked length and shape. Used on both sides; nothing in a frame
 * is a score, a time or an amount of memory, so that forging one gains no more than another output. Depends on the JDK
 * and assay.kernels.
 *
 * <p>A frame is {@code u32 length of the payload, u8 type, i64 nonce, payload}, all little-endian. The host draws the
 * nonce at random for each process and says it in its first frame, {@link assay.runner.frame.Hello}; every frame
 * afterwards, in both directions, carries it.
 */
@NullMarked
package assay.runner.frame;

import org.jspecify.annotations.NullMarked;
