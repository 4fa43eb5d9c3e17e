package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.golden.data.DataFileException;
import assay.golden.data.DataFolder;
import assay.golden.data.DataSet;
import assay.sandbox.train.ImageCounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What training sees of the data sets, for whoever starts trainers.
 *
 * @param few where only the first images are seen
 */
record TrainingData(DataFolder folder, Optional<FirstImages> few) implements ImageCounts {
    TrainingData {
        requireNonNull(folder, "folder is null");
        requireNonNull(few, "few is null");
    }

    /** All of it. */
    static TrainingData of(DataFolder folder) {
        return new TrainingData(folder, Optional.empty());
    }

    /**
     * The same, but so many images alone, to measure how fast they are gone through.
     *
     * @param work where they are copied to
     */
    TrainingData first(int count, Path work) {
        return new TrainingData(folder, Optional.of(new FirstImages(count, work)));
    }

    /** The folder that a trainer of that set may read. */
    Path prepared(String id) {
        DataSet set = set(id);
        try {
            Path all = folder.prepared(set);
            return few.isPresent() ? few.get().copy(all, id, set.shape().bytes()) : all;
        } catch (DataFileException e) {
            throw fault(e.explanation());
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "copy the first images of " + id, e);
        }
    }

    @Override
    public Shape of(String id) {
        DataSet set = set(id);
        return new Shape(
                few.map(first -> Math.min(first.count(), set.trainingImages())).orElse(set.trainingImages()),
                set.shape().channels(),
                set.shape().height(),
                set.shape().width());
    }

    private static DataSet set(String id) {
        return DataSet.named(id).orElseThrow(() -> fault("there is no data set " + id + ", only " + DataSet.ids()));
    }

    private static GraderFault fault(String reason) {
        return new GraderFault(GraderFault.Code.STORAGE, "find data to train with", reason);
    }

    /** So many, in a folder below that one. */
    record FirstImages(int count, Path work) {
        FirstImages {
            requireNonNull(work, "work is null");
        }

        private Path copy(Path all, String id, int imageBytes) throws IOException {
            Path copy = work.resolve(id);
            if (!Files.isDirectory(copy)) {
                Files.createDirectory(copy);
                copy(all.resolve("train-images.u8"), copy, (long) count * imageBytes);
                copy(all.resolve("train-labels.u8"), copy, count);
                readable(work);
                readable(copy);
            }
            return copy;
        }

        private static void copy(Path file, Path folder, long bytes) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                Files.write(folder.resolve(String.valueOf(file.getFileName())), in.readNBytes(Math.toIntExact(bytes)));
            }
        }

        /** By the user of a container, who is another. */
        private static void readable(Path folder) throws IOException {
            if (!folder.toFile().setReadable(true, false) || !folder.toFile().setExecutable(true, false)) {
                throw new IOException("the rights of " + folder + " cannot be set");
            }
        }
    }
}
