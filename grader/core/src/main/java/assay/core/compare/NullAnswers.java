package assay.core.compare;

import static java.util.Objects.requireNonNull;

import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Answers that need no kernel. A case whose tolerance accepts one of them measures nothing. */
public final class NullAnswers {
    /** Fixed, so that a check says the same each time. */
    private static final int SEED = 20220919;

    private NullAnswers() {}

    /**
     * An answer that needs no kernel.
     *
     * @param name to the teacher, e.g. {@code zeros}
     */
    public record NullAnswer(String name, Tensor output) {
        public NullAnswer {
            requireNonNull(name, "name is null");
            requireNonNull(output, "output is null");
        }
    }

    /**
     * The null answers to one case, each of the golden's shape: zeros, ones, the golden's mean, the first tensor among
     * the arguments where it is of the golden's size, standard normal noise, and noise with the golden's own mean and
     * variance.
     *
     * <p>The mean and its noise are left out where the golden holds one number, which is its own mean.
     */
    public static List<NullAnswer> to(List<Argument> arguments, Tensor expected) {
        Moments moments = Moments.of(expected.data());
        RandomGenerator random = new Well19937c(SEED);
        List<NullAnswer> answers = new ArrayList<>();
        answers.add(filled("zeros", expected, () -> 0));
        answers.add(filled("ones", expected, () -> 1));
        answers.add(filled("noise", expected, random::nextGaussian));
        if (expected.size() > 1) {
            double deviation = Math.sqrt(moments.variance());
            answers.add(filled("the golden's mean", expected, moments::mean));
            answers.add(filled(
                    "noise with the golden's mean and variance",
                    expected,
                    () -> moments.mean() + deviation * random.nextGaussian()));
        }
        copyOfInput(arguments, expected).ifPresent(answers::add);
        return List.copyOf(answers);
    }

    /** The names of the null answers that this tolerance would accept: none, if the case is any good. */
    public static List<String> accepted(List<Argument> arguments, Tensor expected, Tolerance tolerance) {
        return to(arguments, expected).stream()
                .filter(answer -> TensorWeighing.compare(expected, answer.output(), tolerance)
                        .matches())
                .map(NullAnswer::name)
                .toList();
    }

    private static NullAnswer filled(String name, Tensor expected, DoubleSupplier number) {
        Tensor output = Tensor.zeros(expected.shape());
        for (int i = 0; i < output.size(); i++) {
            output.data()[i] = (float) number.getAsDouble();
        }
        return new NullAnswer(name, output);
    }

    /** Empty also where the golden is the input in another shape: that is what flatten is there to do. */
    private static Optional<NullAnswer> copyOfInput(List<Argument> arguments, Tensor expected) {
        return arguments.stream()
                .filter(Argument.OfTensor.class::isInstance)
                .map(argument -> ((Argument.OfTensor) argument).tensor())
                .findFirst()
                .filter(input -> input.size() == expected.size())
                .filter(input ->
                        Arrays.equals(input.shape(), expected.shape()) || !Arrays.equals(input.data(), expected.data()))
                .map(input -> new NullAnswer("a copy of the input", input.reshape(expected.shape())));
    }
}
