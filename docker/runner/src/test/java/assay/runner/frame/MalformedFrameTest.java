package assay.runner.frame;

import static assay.runner.frame.RawFrames.flags;
import static assay.runner.frame.RawFrames.frame;
import static assay.runner.frame.RawFrames.numbers;
import static assay.runner.frame.RawFrames.shape;
import static assay.runner.frame.RawFrames.text;
import static assay.runner.frame.RawFrames.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import assay.kernels.Tensor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedFrameTest {
    private static final int HUGE = Integer.MAX_VALUE;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"headers", "tensors", "threws", "compilers", "calls"})
    void refuses(String what, Class<? extends Frame> direction, byte[] bytes, String message) {
        assertThatThrownBy(() -> Frames.read(direction, bytes))
                .isInstanceOfSatisfying(
                        MalformedFrameException.class,
                        e -> assertThat(e.reason()).isEqualTo(MalformedFrameException.Reason.MALFORMED))
                .hasMessageContaining(message);
    }

    static Stream<Arguments> headers() {
        byte[] started = Frames.bytes(new FromRunner.Started(1));
        return Stream.of(
                fromRunner("length -1", with(started, bytes -> bytes.putInt(0, -1)), "a length of 4294967295"),
                fromRunner("length 2^31-1", with(started, bytes -> bytes.putInt(0, HUGE)), "a length of 2147483647"),
                fromRunner("length over the type's", with(started, bytes -> bytes.putInt(0, 5)), "a length of 5"),
                fromRunner("length under the type's", with(started, bytes -> bytes.putInt(0, 3)), "where 3 are left"),
                fromRunner("type 0", with(started, bytes -> bytes.put(4, (byte) 0)), "unknown type 0"),
                fromRunner("type 255", with(started, bytes -> bytes.put(4, (byte) 255)), "unknown type 255"),
                fromRunner("the host's type", Frames.bytes(new Hello()), "unknown type 1"),
                fromRunner("a compiler's type", Frames.bytes(new FromCompiler.Rejected("", none())), "unknown type 12"),
                fromRunner("another nonce", with(started, bytes -> bytes.putLong(5, 0)), "with another nonce"),
                arguments("a second greeting", ToRunner.class, Frames.bytes(new Hello()), "HELLO after the first"),
                fromRunner("bytes in an empty frame", frame(2, body -> body.put((byte) 0)), "a length of 1"));
    }

    static Stream<Arguments> tensors() {
        return Stream.of(
                returned("rank 9", body -> shape(body, 1, 1, 1, 1, 1, 1, 1, 1, 1), "rank 9"),
                returned("rank 255", body -> body.put((byte) 255), "rank 255"),
                returned("negative dimension", body -> shape(body, 2, -1), "dimension 1 of length -1"),
                returned("two negative dimensions", body -> shape(body, -2, -2), "dimension 0 of length -2"),
                returned("product of 2^32", body -> shape(body, 65_536, 65_536), "dimension 1 of length 65536"),
                returned("product of 2^64", body -> shape(body, HUGE, 2, HUGE, 4), "dimension 1 of length 2"),
                returned("overflow before a zero", body -> shape(body, HUGE, HUGE, 0), "dimension 1"),
                returned("more than the payload holds", body -> shape(body, 100), "400 bytes where"),
                returned("numbers too few", body -> numbers(shape(body, 3), 2), "12 bytes where 8 are left"),
                returned("flags eaten by numbers", body -> numbers(shape(body, 2), 2), "1 bytes where 0 are left"),
                returned("numbers too many", body -> flags(numbers(shape(body, 2), 3), 0, 0), "4 bytes too many"),
                returned(
                        "trailing byte",
                        body -> flags(numbers(shape(body), 1), 0, 0).put((byte) 0),
                        "1 bytes too many"),
                returned("flag of 2", body -> flags(numbers(shape(body), 1), 2, 0), "2 is no truth value"),
                returned("flag of 255", body -> flags(numbers(shape(body), 1), 0, 255), "255 is no truth value"));
    }

    static Stream<Arguments> threws() {
        int failures = Failure.values().length;
        return Stream.of(
                threw("unknown failure", body -> body.put((byte) failures), failures + " is no failure"),
                threw("negative text length", body -> body.put((byte) 0).putInt(-1), "a length of -1"),
                threw("text longer than the frame", body -> body.put((byte) 0).putInt(HUGE), "bytes where 0 are left"),
                threw("bad UTF-8", body -> text(body.put((byte) 0), 0xC3, 0x28), "not UTF-8"),
                threw("surrogate in UTF-8", body -> text(body.put((byte) 0), 0xED, 0xA0, 0x80), "not UTF-8"),
                threw("overlong UTF-8", body -> text(body.put((byte) 0), 0xC0, 0xAF), "not UTF-8"),
                threw("negative count", body -> text(text(body.put((byte) 0))).putInt(-5), "a length of -5"),
                threw(
                        "count without elements",
                        body -> text(text(body.put((byte) 0))).putInt(60),
                        "60 bytes where 0"),
                threw("flag missing", body -> text(text(body.put((byte) 0))).putInt(0), "1 bytes where 0 are left"));
    }

    static Stream<Arguments> compilers() {
        return Stream.of(
                arguments(
                        "class without bytes", FromCompiler.class, frame(11, body -> text(body.putInt(1))), "4 bytes"),
                arguments("class count", FromCompiler.class, frame(11, body -> body.putInt(HUGE)), "bytes where 0"),
                arguments(
                        "line -1",
                        FromCompiler.class,
                        frame(
                                12,
                                body -> text(text(body).putInt(1).put((byte) 1)).putInt(-1)),
                        "a line or column of -1"));
    }

    static Stream<Arguments> calls() {
        byte[] relu = "relu".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                call("unknown kernel", body -> text(body, 'x'), "unknown kernel"),
                call("unknown form", body -> text(body, relu).put((byte) 3), "3 is no form"),
                call(
                        "unknown argument",
                        body -> text(body, relu).put((byte) 0).putInt(1).put((byte) 5),
                        "5 is no kind"),
                call("no argument", body -> text(body, relu).put((byte) 0).putInt(0), "not the kernel's"),
                call(
                        "wrong argument",
                        body -> text(body, relu)
                                .put((byte) 0)
                                .putInt(1)
                                .put((byte) 2)
                                .putInt(1),
                        "not the kernel's"));
    }

    @Test
    void tells_an_output_that_is_too_long_from_nonsense() {
        byte[] bytes = Frames.bytes(new FromRunner.Returned(1, Tensor.zeros(Frames.MAX_OUTPUT / 4), false, false));
        byte[] head = Arrays.copyOf(bytes, 13); // enough to know: nothing of the payload is waited for
        assertThatThrownBy(() -> Frames.read(FromRunner.class, head))
                .isInstanceOfSatisfying(
                        MalformedFrameException.class,
                        e -> assertThat(e.reason()).isEqualTo(MalformedFrameException.Reason.TOO_LONG));
    }

    @Test
    void begins_with_a_greeting_on_the_sandboxs_side() {
        byte[] bytes = Frames.bytes(new ToCompiler.Compile(List.of()));
        assertThatThrownBy(() ->
                        FrameReader.toCompiler(new ByteArrayInputStream(bytes)).read())
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("COMPILE before the first");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void every_frame_that_is_cut_short_is_the_end_of_the_stream(Frame frame) {
        byte[] bytes = Frames.bytes(frame);
        IntStream.range(0, bytes.length)
                .forEach(length -> assertThatThrownBy(
                                () -> Frames.read(Frames.direction(frame), Arrays.copyOf(bytes, length)))
                        .isInstanceOf(EOFException.class));
    }

    static Stream<Frame> frames() {
        return FrameCodecTest.frames();
    }

    private static <T> List<T> none() {
        return List.of();
    }

    private static Arguments fromRunner(String what, byte[] bytes, String message) {
        return arguments(what, FromRunner.class, bytes, message);
    }

    private static Arguments returned(String what, Consumer<ByteBuffer> body, String message) {
        return fromRunner(what, frame(24, payload -> body.accept(payload.putInt(1))), message);
    }

    private static Arguments threw(String what, Consumer<ByteBuffer> body, String message) {
        return fromRunner(what, frame(25, payload -> body.accept(payload.putInt(1))), message);
    }

    private static Arguments call(String what, Consumer<ByteBuffer> body, String message) {
        return arguments(
                what,
                ToRunner.class,
                frame(22, payload -> body.accept(payload.putInt(1).putInt(1))),
                message);
    }
}
