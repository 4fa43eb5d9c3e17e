package assay.golden.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The data sets that there are, with their official files. */
public enum DataSet {
    /** 60,000 colour photographs of 32 x 32 pixels in ten classes. */
    CIFAR10(
            "cifar10",
            new ImageShape(3, 32, 32),
            50_000,
            10_000,
            List.of(new Source(
                    "cifar-10-binary.tar.gz",
                    "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                    "c32a1d4ab5d03f1284b67883e8d87530"))),
    /** 70,000 handwritten digits of 28 x 28 pixels. The sums are of what is in the gzip files. */
    MNIST(
            "mnist",
            new ImageShape(1, 28, 28),
            60_000,
            10_000,
            List.of(
                    mnist("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb"),
                    mnist("train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624"),
                    mnist("t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea"),
                    mnist("t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637")));

    /** Of all data sets here. */
    public static final int CLASSES = 10;

    private final String id;
    private final ImageShape shape;
    private final int training;
    private final int test;
    private final List<Source> sources;

    DataSet(String id, ImageShape shape, int training, int test, List<Source> sources) {
        this.id = id;
        this.shape = shape;
        this.training = training;
        this.test = test;
        this.sources = sources;
    }

    /**
     * One official file.
     *
     * @param md5 as its authors publish it: of the archive, or for a gzip file of what is in it
     */
    public record Source(String file, String url, String md5) {}

    /** The data set of that id. */
    public static Optional<DataSet> named(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }

    /** The ids, for a message. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(DataSet::id).toList();
    }

    public String id() {
        return id;
    }

    public ImageShape shape() {
        return shape;
    }

    public int trainingImages() {
        return training;
    }

    public int testImages() {
        return test;
    }

    public List<Source> sources() {
        return sources;
    }

    private static Source mnist(String name, String md5) {
        return new Source(name + ".gz", "https://storage.googleapis.com/cvdf-datasets/mnist/" + name + ".gz", md5);
    }
}
