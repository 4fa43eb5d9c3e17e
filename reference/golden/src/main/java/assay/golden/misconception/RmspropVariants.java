package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;
import java.util.function.Function;

/** Wrong variants of RMSprop. */
final class RmspropVariants {
    static final List<Variant> ALL = List.of(
            new Variant(
                    "eps_under_root",
                    "Epsilon was added under the root; it is added to the root.",
                    call -> squares(call, square -> square.add(call.real("eps")).sqrt(), Weighing.RIGHT)),
            new Variant(
                    "no_root",
                    "The gradient was divided by the average of the squares; it is divided by its root.",
                    call -> squares(call, square -> square.add(call.real("eps")), Weighing.RIGHT)),
            new Variant(
                    "alpha_swapped",
                    "The new square was weighed by alpha and the old average by 1 - alpha; it is the other way round.",
                    call -> squares(call, square -> square.sqrt().add(call.real("eps")), Weighing.SWAPPED)),
            new Variant(
                    "sum_of_squares",
                    "The squares were added up, as Adagrad does; RMSprop takes a moving average.",
                    call -> squares(call, square -> square.sqrt().add(call.real("eps")), Weighing.SUM)));

    private RmspropVariants() {}

    private enum Weighing {
        RIGHT,
        SWAPPED,
        SUM
    }

    private static NDArray squares(TorchCall call, Function<NDArray, NDArray> divisor, Weighing weighing) {
        double alpha = call.real("alpha");
        double old = weighing == Weighing.SUM ? 1 : weighing == Weighing.SWAPPED ? 1 - alpha : alpha;
        double fresh = weighing == Weighing.SUM ? 1 : weighing == Weighing.SWAPPED ? alpha : 1 - alpha;
        return OptimizerSteps.of(call, zeros -> new OptimizerSteps.Rule() {
            private NDArray square = zeros;

            @Override
            public NDArray change(NDArray parameters, NDArray gradient, int step) {
                square = square.mul(old).add(gradient.mul(gradient).mul(fresh));
                return gradient.div(divisor.apply(square));
            }
        });
    }
}
