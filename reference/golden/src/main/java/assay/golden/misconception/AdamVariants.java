package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of Adam. */
final class AdamVariants {
    static final List<Variant> ALL = List.of(
            new Variant(
                    "no_bias_correction",
                    "The corrections are missing: the averages are divided by 1 - beta to the power of the step.",
                    call -> OptimizerSteps.of(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(square.sqrt().add(eps));
                        }
                    })),
            new Variant(
                    "eps_under_root",
                    "Epsilon was added under the root; it is added to the root.",
                    call -> OptimizerSteps.of(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first)
                                    .div(square.div(second).add(eps).sqrt());
                        }
                    })),
            new Variant(
                    "eps_before_correction",
                    "Epsilon was added before the second average was corrected; it is added after the correction.",
                    call -> OptimizerSteps.of(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first).div(square.sqrt().add(eps).div(Math.sqrt(second)));
                        }
                    })),
            new Variant(
                    "no_root",
                    "The first average was divided by the second; it is divided by the second's root.",
                    call -> OptimizerSteps.of(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first).div(square.div(second).add(eps));
                        }
                    })));

    private AdamVariants() {}

    /** Adam's two averages. */
    private abstract static class Averages implements OptimizerSteps.Rule {
        private final TorchCall call;
        private NDArray mean;
        private NDArray square;

        Averages(TorchCall call, NDArray zeros) {
            this.call = call;
            this.mean = zeros;
            this.square = zeros;
        }

        @Override
        public NDArray change(NDArray parameters, NDArray gradient, int step) {
            double beta1 = call.real("beta1");
            double beta2 = call.real("beta2");
            mean = mean.mul(beta1).add(gradient.mul(1 - beta1));
            square = square.mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
            return change(mean, square, 1 - Math.pow(beta1, step), 1 - Math.pow(beta2, step), call.real("eps"));
        }

        /**
         * The change.
         *
         * @param first what the mean is to be divided by
         * @param second what the square is to be divided by
         */
        abstract NDArray change(NDArray mean, NDArray square, double first, double second, double eps);
    }
}
