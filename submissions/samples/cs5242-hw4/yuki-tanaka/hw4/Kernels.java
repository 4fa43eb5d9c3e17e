package hw4;

import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.Conv2d;
import assay.kernels.CrossEntropy;
import assay.kernels.MaxPool2d;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** 宿題4: the six kernels with streams. */
public final class Kernels implements MaxPool2d, AvgPool2d, Conv2d, BatchNorm2d, Sigmoid, CrossEntropy {
    private record Moments(double mean, double variance) {
        static Moments of(Supplier<DoubleStream> values) {
            double mean = values.get().average().orElseThrow();
            double variance =
                    values.get().map(x -> (x - mean) * (x - mean)).average().orElseThrow();
            return new Moments(mean, variance);
        }
    }

    @Override
    public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
        return new Grid(kernelSize, kernelSize, stride, padding)
                .map(input, input.size(1), (n, c, window) -> new Image(input, n, c)
                        .window(window)
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY));
    }

    @Override
    public Tensor avgPool2d(Tensor input, int kernelSize, int stride, int padding, boolean countIncludePad) {
        return new Grid(kernelSize, kernelSize, stride, padding).map(input, input.size(1), (n, c, window) -> {
            Image image = new Image(input, n, c);
            return countIncludePad
                    ? image.window(window).sum() / window.area()
                    : image.window(window).average().orElse(0);
        });
    }

    @Override
    public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
        return new Grid(weight.size(2), weight.size(3), stride, padding)
                .map(input, weight.size(0), (n, out, window) -> bias.get(out)
                        + IntStream.range(0, input.size(1))
                                .mapToDouble(in -> dot(new Image(input, n, in), new Image(weight, out, in), window))
                                .sum());
    }

    private static double dot(Image image, Image kernel, Window window) {
        IntToDoubleFunction product = i -> {
            int h = i / window.width();
            int w = i % window.width();
            return image.at(window.top() + h, window.left() + w) * kernel.at(h, w);
        };
        return IntStream.range(0, window.area()).mapToDouble(product).sum();
    }

    @Override
    public Tensor batchNorm2d(Tensor input, float eps) {
        Moments[] moments = IntStream.range(0, input.size(1))
                .mapToObj(c -> Moments.of(() ->
                        IntStream.range(0, input.size(0)).boxed().flatMapToDouble(n -> new Image(input, n, c).all())))
                .toArray(Moments[]::new);
        return new Grid(1, 1, 1, 0).map(input, input.size(1), (n, c, window) -> {
            double x = input.get(n, c, window.top(), window.left());
            return (x - moments[c].mean()) / Math.sqrt(moments[c].variance() + eps);
        });
    }

    @Override
    public Tensor sigmoid(Tensor input) {
        Tensor output = Tensor.zeros(input.shape());
        IntStream.range(0, input.size())
                .forEach(i -> output.data()[i] = (float) (1 / (1 + Math.exp(-input.data()[i]))));
        return output;
    }

    @Override
    public float crossEntropy(Tensor logits, int[] targets) {
        return (float) IntStream.range(0, targets.length)
                .mapToDouble(n -> logSumExp(logits, n) - logits.get(n, targets[n]))
                .average()
                .orElseThrow();
    }

    private static double logSumExp(Tensor logits, int n) {
        double max = row(logits, n).max().orElseThrow();
        return max + Math.log(row(logits, n).map(x -> Math.exp(x - max)).sum());
    }

    private static DoubleStream row(Tensor logits, int n) {
        return IntStream.range(0, logits.size(1)).mapToDouble(c -> logits.get(n, c));
    }
}
