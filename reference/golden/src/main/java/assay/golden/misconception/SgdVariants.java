package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import assay.golden.torch.TorchCall;
import java.util.List;

/** Wrong variants of SGD with momentum and weight decay. */
final class SgdVariants {
    static final List<Variant> ALL = List.of(
            new Variant(
                    "no_momentum",
                    "The momentum was left out: each step goes on with the velocity of the one before, times the"
                            + " momentum.",
                    call -> OptimizerSteps.of(
                            call, _ -> (parameters, gradient, _) -> decayed(call, parameters, gradient))),
            new Variant(
                    "damped",
                    "The gradient was multiplied by 1 - momentum, as in an average; PyTorch adds it whole to the velocity"
                            + " (dampening is 0).",
                    call -> OptimizerSteps.of(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray next(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.mul(momentum).add(gradient.mul(1 - momentum));
                        }
                    })),
            new Variant(
                    "nesterov",
                    "This is Nesterov's momentum; the plain one steps by the velocity itself.",
                    call -> OptimizerSteps.of(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray step(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.mul(momentum).add(gradient);
                        }
                    })),
            new Variant(
                    "no_weight_decay",
                    "The weight decay was left out: weightDecay times the parameters is added to the gradient.",
                    call -> OptimizerSteps.of(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray gradient(NDArray parameters, NDArray gradient) {
                            return gradient;
                        }
                    })),
            new Variant(
                    "wrong_sign",
                    "The step was added; it is subtracted, since the loss is to fall.",
                    call -> OptimizerSteps.of(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray step(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.neg();
                        }
                    })));

    private SgdVariants() {}

    private static NDArray decayed(TorchCall call, NDArray parameters, NDArray gradient) {
        return gradient.add(parameters.mul(call.real("weight_decay")));
    }

    /** SGD as it is, of which a variant changes one thing. */
    private abstract static class Velocity implements OptimizerSteps.Rule {
        private final TorchCall call;
        private NDArray velocity;

        Velocity(TorchCall call, NDArray zeros) {
            this.call = call;
            this.velocity = zeros;
        }

        @Override
        public NDArray change(NDArray parameters, NDArray gradient, int step) {
            NDArray whole = gradient(parameters, gradient);
            double momentum = call.real("momentum");
            velocity = next(velocity, whole, momentum);
            return step(velocity, whole, momentum);
        }

        NDArray gradient(NDArray parameters, NDArray gradient) {
            return decayed(call, parameters, gradient);
        }

        NDArray next(NDArray before, NDArray gradient, double momentum) {
            return before.mul(momentum).add(gradient);
        }

        NDArray step(NDArray now, NDArray gradient, double momentum) {
            return now;
        }
    }
}
