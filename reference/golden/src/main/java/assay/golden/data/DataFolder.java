package assay.golden.data;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the data sets lie, each in a folder of its id: the official files, plain or as they are published.
 *
 * @param root holds {@code cifar10} and {@code mnist}
 */
public record DataFolder(Path root) {
    /** Beside the official files: what training sees. */
    private static final String PREPARED = "training";

    private static final int CIFAR_BATCHES = 5;
    private static final String CIFAR_FOLDER = "cifar-10-batches-bin";

    public DataFolder {
        requireNonNull(root, "root is null");
    }

    /** The folder of a set. */
    public Path of(DataSet set) {
        return root.resolve(set.id());
    }

    /**
     * What is missing, and what gets it, in a sentence; empty if nothing is.
     *
     * @param training whether it is trained on; otherwise the test images do
     */
    public Optional<String> missing(DataSet set, boolean training) {
        boolean ready = !training || Files.isDirectory(of(set).resolve(PREPARED));
        return files(set).stream()
                .filter(name -> !ready || name.startsWith("t10k") || name.startsWith("test"))
                .filter(name -> find(set, name).isEmpty())
                .findFirst()
                .map(name -> missing(set, name));
    }

    /**
     * The test images with their labels.
     *
     * @throws DataFileException if a file is missing or wrong
     */
    public ImageSet test(DataSet set) throws DataFileException {
        try {
            return switch (set) {
                case CIFAR10 -> CifarFile.read(file(set, "test_batch.bin"), set.testImages());
                case MNIST -> mnist("t10k", set.testImages());
            };
        } catch (IOException e) {
            throw unreadable(set, e);
        }
    }

    /**
     * The training images in pieces.
     *
     * @throws DataFileException if a file is missing or wrong
     */
    public void training(DataSet set, Piece piece) throws DataFileException {
        try {
            switch (set) {
                case CIFAR10 -> {
                    for (int batch = 1; batch <= CIFAR_BATCHES; batch++) {
                        piece.take(CifarFile.read(
                                file(set, "data_batch_" + batch + ".bin"), set.trainingImages() / CIFAR_BATCHES));
                    }
                }
                case MNIST -> piece.take(mnist("train", set.trainingImages()));
            }
        } catch (IOException e) {
            throw unreadable(set, e);
        }
    }

    /**
     * A folder with what a training sandbox may see: training images and labels, as raw bytes, and nothing of the test
     * images. Made when it is first asked for.
     *
     * @throws DataFileException if a file of the set is missing or wrong
     */
    public Path prepared(DataSet set) throws DataFileException {
        Path folder = of(set).resolve(PREPARED);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Path partial = Files.createTempDirectory(Files.createDirectories(of(set)), PREPARED);
            try (OutputStream images = Files.newOutputStream(partial.resolve("train-images.u8"));
                    OutputStream labels = Files.newOutputStream(partial.resolve("train-labels.u8"))) {
                training(set, part -> {
                    images.write(part.pixels());
                    labels.write(part.labels());
                });
            }
            readable(partial);
            move(partial, folder);
            return folder;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "prepare the data set " + set.id() + " in " + folder, e);
        }
    }

    /** For the unprivileged user of a container. */
    private static void readable(Path folder) throws IOException {
        for (String file : List.of("train-images.u8", "train-labels.u8")) {
            folder.resolve(file).toFile().setReadable(true, false);
        }
        boolean done =
                folder.toFile().setExecutable(true, false) && folder.toFile().setReadable(true, false);
        if (!done) {
            throw new IOException("its rights cannot be set");
        }
    }

    private static void move(Path partial, Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) { // nobody else was quicker
                throw e;
            }
        }
    }

    private ImageSet mnist(String name, int count) throws IOException, DataFileException {
        DataSet set = DataSet.MNIST;
        String labelFile = name + "-labels-idx1-ubyte";
        byte[] labels = IdxFile.read(file(set, labelFile), count);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= DataSet.CLASSES) {
                throw DataFileException.at(
                        file(set, labelFile).toString(),
                        2L * Integer.BYTES + i,
                        "label %d is not from 0 to 9".formatted(labels[i] & 0xff));
            }
        }
        byte[] pixels = IdxFile.read(
                file(set, name + "-images-idx3-ubyte"),
                count,
                set.shape().height(),
                set.shape().width());
        return new ImageSet(set.shape(), pixels, labels);
    }

    private static List<String> files(DataSet set) {
        List<String> files = new ArrayList<>();
        switch (set) {
            case CIFAR10 -> {
                files.add("test_batch.bin");
                for (int batch = 1; batch <= CIFAR_BATCHES; batch++) {
                    files.add("data_batch_" + batch + ".bin");
                }
            }
            case MNIST ->
                set.sources().forEach(source -> files.add(source.file().replace(".gz", "")));
        }
        return files;
    }

    private Path file(DataSet set, String name) throws DataFileException {
        return find(set, name).orElseThrow(() -> new DataFileException(missing(set, name)));
    }

    private String missing(DataSet set, String name) {
        return "%s is missing: there is no %s in %s; 'assay data fetch %s' gets it, with --from DIR from a folder"
                .formatted(set.id(), name, of(set), set.id());
    }

    private Optional<Path> find(DataSet set, String name) {
        return List.of(name, name + ".gz", CIFAR_FOLDER + "/" + name).stream()
                .map(of(set)::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static DataFileException unreadable(DataSet set, IOException e) {
        String why =
                e instanceof NoSuchFileException ? "it is gone: " + e.getMessage() : String.valueOf(e.getMessage());
        return new DataFileException("a file of " + set.id() + " cannot be read: " + why);
    }

    /** Takes images as they are read. */
    public interface Piece {
        void take(ImageSet images) throws IOException;
    }
}
