package assay.golden.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/**
 * The rules of {@code torch.optim}, after its documentation, in PyTorch's arithmetic: PyTorch has its optimisers in Python
 * alone, and those of DJL differ from them (its Adam adds eps before the correction of the bias).
 */
final class Optimizers {
    private Optimizers() {}

    static NDArray sgd(TorchCall call) {
        float momentum = call.real("momentum");
        float decay = call.real("weight_decay");
        return steps(call, new Rule() {
            private NDArray velocity = call.zeros(call.tensor("parameters").getShape());

            @Override
            public NDArray change(NDArray parameters, NDArray gradient, int step) {
                velocity = velocity.mul(momentum).add(gradient.add(parameters.mul(decay)));
                return velocity;
            }
        });
    }

    static NDArray adam(TorchCall call) {
        double beta1 = call.real("beta1");
        double beta2 = call.real("beta2");
        return steps(call, new Rule() {
            private NDArray mean = call.zeros(call.tensor("parameters").getShape());
            private NDArray square = mean;

            @Override
            public NDArray change(NDArray parameters, NDArray gradient, int step) {
                mean = mean.mul(beta1).add(gradient.mul(1 - beta1));
                square = square.mul(beta2).add(gradient.mul(gradient).mul(1 - beta2));
                NDArray root = square.div(1 - Math.pow(beta2, step)).sqrt().add(call.real("eps"));
                return mean.div(1 - Math.pow(beta1, step)).div(root);
            }
        });
    }

    static NDArray rmsprop(TorchCall call) {
        double alpha = call.real("alpha");
        return steps(call, new Rule() {
            private NDArray square = call.zeros(call.tensor("parameters").getShape());

            @Override
            public NDArray change(NDArray parameters, NDArray gradient, int step) {
                square = square.mul(alpha).add(gradient.mul(gradient).mul(1 - alpha));
                return gradient.div(square.sqrt().add(call.real("eps")));
            }
        });
    }

    /** Remembers what it needs from one step to the next. */
    private interface Rule {
        /** @param step from 1 */
        NDArray change(NDArray parameters, NDArray gradient, int step);
    }

    private static NDArray steps(TorchCall call, Rule rule) {
        NDArray parameters = call.tensor("parameters");
        NDArray gradients = call.tensor("gradients");
        NDList all = new NDList();
        for (int step = 1; step <= gradients.getShape().get(0); step++) {
            NDArray change = rule.change(parameters, gradients.get(step - 1), step);
            parameters = parameters.sub(change.mul(call.real("learning_rate")));
            all.add(parameters);
        }
        return NDArrays.stack(all);
    }
}
