package hw4;

import assay.kernels.Tensor;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One channel of one image. */
record Image(Tensor tensor, int n, int c) {
    int height() {
        return tensor.size(2);
    }

    int width() {
        return tensor.size(3);
    }

    /** The numbers that a window covers, without the padding. */
    DoubleStream window(Window window) {
        return IntStream.range(Math.max(window.top(), 0), Math.min(window.top() + window.height(), height()))
                .boxed()
                .flatMapToDouble(h -> IntStream.range(
                                Math.max(window.left(), 0), Math.min(window.left() + window.width(), width()))
                        .mapToDouble(w -> tensor.get(n, c, h, w)));
    }

    DoubleStream all() {
        return window(new Window(0, 0, height(), width()));
    }

    /** 0 outside. */
    double at(int h, int w) {
        return h < 0 || h >= height() || w < 0 || w >= width() ? 0 : tensor.get(n, c, h, w);
    }
}
