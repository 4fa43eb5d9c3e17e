package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import assay.golden.torch.TorchCall;
import java.util.List;
import java.util.function.Function;

/** Wrong variants of the optimisers' rules. */
final class OptimizerVariants {
    static final List<Variant> SGD = List.of(
            new Variant(
                    "no_momentum",
                    "The momentum was left out: each step goes on with the velocity of the one before, times the"
                            + " momentum.",
                    call -> steps(call, _ -> (parameters, gradient, _) -> decayed(call, parameters, gradient))),
            new Variant(
                    "damped",
                    "The gradient was multiplied by 1 - momentum, as in an average; PyTorch adds it whole to the velocity"
                            + " (dampening is 0).",
                    call -> steps(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray next(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.mul(momentum).add(gradient.mul(1 - momentum));
                        }
                    })),
            new Variant(
                    "nesterov",
                    "This is Nesterov's momentum; the plain one steps by the velocity itself.",
                    call -> steps(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray step(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.mul(momentum).add(gradient);
                        }
                    })),
            new Variant(
                    "no_weight_decay",
                    "The weight decay was left out: weightDecay times the parameters is added to the gradient.",
                    call -> steps(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray gradient(NDArray parameters, NDArray gradient) {
                            return gradient;
                        }
                    })),
            new Variant(
                    "wrong_sign",
                    "The step was added; it is subtracted, since the loss is to fall.",
                    call -> steps(call, zeros -> new Velocity(call, zeros) {
                        @Override
                        NDArray step(NDArray velocity, NDArray gradient, double momentum) {
                            return velocity.neg();
                        }
                    })));

    static final List<Variant> ADAM = List.of(
            new Variant(
                    "no_bias_correction",
                    "The corrections are missing: the averages are divided by 1 - beta to the power of the step.",
                    call -> steps(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(square.sqrt().add(eps));
                        }
                    })),
            new Variant(
                    "eps_under_root",
                    "Epsilon was added under the root; it is added to the root.",
                    call -> steps(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first)
                                    .div(square.div(second).add(eps).sqrt());
                        }
                    })),
            new Variant(
                    "eps_before_correction",
                    "Epsilon was added before the second average was corrected; it is added after the correction.",
                    call -> steps(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first).div(square.sqrt().add(eps).div(Math.sqrt(second)));
                        }
                    })),
            new Variant(
                    "no_root",
                    "The first average was divided by the second; it is divided by the second's root.",
                    call -> steps(call, zeros -> new Averages(call, zeros) {
                        @Override
                        NDArray change(NDArray mean, NDArray square, double first, double second, double eps) {
                            return mean.div(first).div(square.div(second).add(eps));
                        }
                    })));

    static final List<Variant> RMSPROP = List.of(
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

    private OptimizerVariants() {}

    private enum Weighing {
        RIGHT,
        SWAPPED,
        SUM
    }

    /** What is subtracted, times the learning rate; remembers what it needs from one step to the next. */
    private interface Rule {
        /** @param step from 1 */
        NDArray change(NDArray parameters, NDArray gradient, int step);
    }

    private static NDArray steps(TorchCall call, Function<NDArray, Rule> rule) {
        NDArray parameters = call.tensor("parameters");
        NDArray gradients = call.tensor("gradients");
        Rule made = rule.apply(parameters.zerosLike());
        NDList all = new NDList();
        for (int step = 1; step <= gradients.getShape().get(0); step++) {
            NDArray change = made.change(parameters, gradients.get(step - 1), step);
            parameters = parameters.sub(change.mul(call.real("learning_rate")));
            all.add(parameters);
        }
        return NDArrays.stack(all);
    }

    private static NDArray decayed(TorchCall call, NDArray parameters, NDArray gradient) {
        return gradient.add(parameters.mul(call.real("weight_decay")));
    }

    /** SGD as it is, of which a variant changes one thing. */
    private abstract static class Velocity implements Rule {
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

    /** Adam's two averages. */
    private abstract static class Averages implements Rule {
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

    private static NDArray squares(TorchCall call, Function<NDArray, NDArray> divisor, Weighing weighing) {
        double alpha = call.real("alpha");
        double old = weighing == Weighing.SUM ? 1 : weighing == Weighing.SWAPPED ? 1 - alpha : alpha;
        double fresh = weighing == Weighing.SUM ? 1 : weighing == Weighing.SWAPPED ? alpha : 1 - alpha;
        return steps(call, zeros -> new Rule() {
            private NDArray square = zeros;

            @Override
            public NDArray change(NDArray parameters, NDArray gradient, int step) {
                square = square.mul(old).add(gradient.mul(gradient).mul(fresh));
                return gradient.div(divisor.apply(square));
            }
        });
    }
}
