package assay.kernels;

/** Batch normalisation as it is used after training: {@code torch.nn.functional.batch_norm(training=False)}. */
public interface BatchNorm2dEval {
    /**
     * With the statistics gathered in training, and none of the batch: {@code out[n, c, h, w] = (in[n, c, h, w] -
     * runningMean[c]) / sqrt(runningVar[c] + eps)}.
     *
     * @param input of shape [N, C, H, W]
     * @param runningMean of shape [C]
     * @param runningVar of shape [C], not negative
     * @param eps more than 0
     * @return of the shape of the input
     */
    Tensor batchNorm2dEval(Tensor input, Tensor runningMean, Tensor runningVar, float eps);
}
