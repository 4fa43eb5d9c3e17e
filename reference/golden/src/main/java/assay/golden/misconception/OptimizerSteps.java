package assay.golden.misconception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import assay.golden.torch.TorchCall;
import java.util.function.Function;

/** What all optimisers have in common: a rule, taken step after step. */
final class OptimizerSteps {
    private OptimizerSteps() {}

    /** What is subtracted, times the learning rate; remembers what it needs from one step to the next. */
    interface Rule {
        /** @param step from 1 */
        NDArray change(NDArray parameters, NDArray gradient, int step);
    }

    /**
     * The parameters after each step.
     *
     * @param rule is made of zeros in the parameters' shape
     */
    static NDArray of(TorchCall call, Function<NDArray, Rule> rule) {
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
}
