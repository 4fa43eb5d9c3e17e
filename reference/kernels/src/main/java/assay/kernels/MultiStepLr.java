package assay.kernels;

/** A learning rate that falls at milestones: {@code torch.optim.lr_scheduler.MultiStepLR}. */
public interface MultiStepLr {
    /**
     * The rate after so many steps of the scheduler: {@code learningRate * gamma^m}, where m is the number of milestones that
     * are not more than the steps.
     *
     * @param steps how often the scheduler has stepped, for each rate that is asked for; not in any order
     * @param milestones in rising order
     * @param learningRate before the first milestone
     * @param gamma what each milestone multiplies it by
     * @return the rates, of shape [steps]
     */
    Tensor multiStepLr(int[] steps, int[] milestones, float learningRate, float gamma);
}
