/**
 * What a student compiles against: the tensor and one interface a kernel. Depends on the JDK alone.
 *
 * <p>A class may implement as many of the interfaces as it likes and have any name; it needs a constructor without
 * parameters. Each call gets an object of its own and inputs of its own. A kernel returns a new tensor and leaves its
 * inputs as they were.
 *
 * <p>Unless an assignment says otherwise, only valid arguments are tested: what an interface says of {@link
 * java.lang.IllegalArgumentException} is good manners, not a task.
 */
@NullMarked
package assay.kernels;

import org.jspecify.annotations.NullMarked;
