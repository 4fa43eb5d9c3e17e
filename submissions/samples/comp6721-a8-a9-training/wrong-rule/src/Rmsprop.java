package karim;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.HashMap;
import java.util.Map;

/** The rule of torch.optim.RMSprop; DJL has none for PyTorch. What is computed on the way is freed at once. */
final class Rmsprop extends Optimizer {
    private static final double ALPHA = 0.99;
    private static final double EPSILON = 1e-8;

    private final Map<String, NDArray> squares = new HashMap<>();
    private final Tracker rate;

    Rmsprop(Tracker rate) {
        super(new Builder());
        this.rate = rate;
    }

    @Override
    public void update(String parameterId, NDArray weight, NDArray grad) {
        double step = rate.getNewValue(updateCount(parameterId));
        NDArray average = squares.computeIfAbsent(parameterId, _ -> weight.zerosLike());
        try (NDArray square = grad.square()) {
            average.muli(ALPHA).addi(square.muli(1 - ALPHA));
        }
        try (NDArray root = average.sqrt();
                NDArray change = grad.div(root.addi(EPSILON))) {
            weight.subi(change.muli(step));
        }
    }

    private static final class Builder extends OptimizerBuilder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }
}
