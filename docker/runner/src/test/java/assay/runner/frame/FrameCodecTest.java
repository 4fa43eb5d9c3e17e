package assay.runner.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameCodecTest {
    @ParameterizedTest
    @MethodSource("frames")
    void every_frame_comes_back_as_it_went(Frame frame) throws Exception {
        byte[] bytes = Frames.bytes(frame);
        Frame back = Frames.read(Frames.direction(frame), bytes);
        // Tensors and arrays have no equality of their own; the bytes say that nothing was lost.
        assertThat(back).hasSameClassAs(frame);
        assertThat(Frames.bytes(back)).isEqualTo(bytes);
    }

    static Stream<Frame> frames() {
        return Frames.all().stream().filter(frame -> !(frame instanceof Hello));
    }

    @Test
    void frames_follow_each_other() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out, 5);
        writer.write(new Hello());
        writer.write(new ToCompiler.Compile(List.of()));
        writer.write(new ToCompiler.Compile(List.of(new ToCompiler.Source("A.java", "class A {}"))));
        FrameReader<ToCompiler> reader = FrameReader.toCompiler(new ByteArrayInputStream(out.toByteArray()));
        assertThat(reader.read()).isEqualTo(new Hello());
        assertThat(reader.nonce()).isEqualTo(5);
        assertThat(reader.read()).isEqualTo(new ToCompiler.Compile(List.of()));
        assertThat(reader.read())
                .isEqualTo(new ToCompiler.Compile(List.of(new ToCompiler.Source("A.java", "class A {}"))));
    }

    @Test
    void numbers_keep_their_bits_over_many_chunks() throws Exception {
        float[] numbers = new float[100_003];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(i * 40_503);
        }
        numbers[1] = Float.intBitsToFloat(0x7fc12345); // a NaN with a message
        Frame back = Frames.read(
                FromRunner.class, Frames.bytes(new FromRunner.Returned(1, Tensor.of(numbers, 100_003), false, false)));
        float[] read = ((FromRunner.Returned) back).output().data();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(numbers[i]));
        }
    }

    @Test
    void the_layout_is_the_documented_one() {
        assertThat(Frames.bytes(new FromRunner.Started(0x11223344)))
                .containsExactly(4, 0, 0, 0, 23, 8, 7, 6, 5, 4, 3, 2, 1, 0x44, 0x33, 0x22, 0x11);
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void the_writer_refuses_what_the_reader_would_not_take_and_writes_nothing(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(out, 1);
        assertThatThrownBy(() -> writer.write(frame)).isInstanceOf(IllegalArgumentException.class);
        writer.write(new Ready());
        assertThat(out.size()).isEqualTo(13);
    }

    static Stream<Frame> tooMuch() {
        return Stream.of(
                new FromCompiler.Rejected("x".repeat(FrameLimits.MESSAGE_BYTES + 1), List.of()),
                new FromCompiler.Rejected("é".repeat(FrameLimits.MESSAGE_BYTES / 2 + 1), List.of()),
                new ToCompiler.Compile(
                        Collections.nCopies(FrameLimits.SOURCES + 1, new ToCompiler.Source("A.java", ""))),
                new ToCompiler.Compile(
                        Collections.nCopies(5, new ToCompiler.Source("A.java", "x".repeat(FrameLimits.SOURCE_BYTES)))),
                new FromRunner.Returned(1, Tensor.zeros(1, 1, 1, 1, 1, 1, 1, 1, 1), false, false));
    }

    @Test
    void a_call_takes_the_kernels_own_arguments_only() {
        Argument tensor = new Argument.OfTensor(Tensor.zeros(1));
        for (List<Argument> wrong :
                List.of(List.<Argument>of(), List.of(tensor, tensor), List.<Argument>of(new Argument.OfInt(1)))) {
            assertThatThrownBy(() -> new ToRunner.Call(1, 1, Kernel.RELU, Optional.empty(), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the arguments are not those of relu");
        }
    }
}
