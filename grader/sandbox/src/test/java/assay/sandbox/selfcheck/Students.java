package assay.sandbox.selfcheck;

import assay.kernels.Conv2d;
import assay.kernels.Flatten;
import assay.kernels.Linear;
import assay.kernels.MaxPool2d;
import assay.kernels.Relu;
import assay.kernels.Sigmoid;
import assay.kernels.Tensor;
import assay.runner.frame.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** What students write. */
final class Students {
    private Students() {}

    /** The classes as a project's build leaves them. */
    static List<ClassFile> classes() {
        return Stream.concat(Stream.of(Students.class), Stream.of(Students.class.getDeclaredClasses()))
                .map(Students::file)
                .toList();
    }

    private static ClassFile file(Class<?> type) {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return new ClassFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives back what comes in, and says so. */
    static final class Identity implements Relu {
        @Override
        public Tensor relu(Tensor input) {
            System.out.println("relu was here");
            return input;
        }
    }

    static final class Unwritten implements Linear {
        @Override
        public Tensor linear(Tensor input, Tensor weight, Tensor bias) {
            throw new UnsupportedOperationException("linear is not implemented yet");
        }
    }

    static final class Endless implements Sigmoid {
        @Override
        public Tensor sigmoid(Tensor input) {
            float last = 0;
            while (!Float.isNaN(last)) {
                last = (float) Math.sin(last + 1);
            }
            return input;
        }
    }

    static final class Waiting implements Flatten {
        @Override
        public Tensor flatten(Tensor input) {
            CountDownLatch never = new CountDownLatch(1);
            while (true) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }

    static final class Chatty implements MaxPool2d {
        @Override
        public Tensor maxPool2d(Tensor input, int kernelSize, int stride, int padding) {
            while (true) {
                System.out.println("padding is " + padding);
            }
        }
    }

    static final class OutOfBounds implements Conv2d {
        @Override
        public Tensor conv2d(Tensor input, Tensor weight, Tensor bias, int stride, int padding) {
            return Tensor.scalar(input.get(7));
        }
    }
}
