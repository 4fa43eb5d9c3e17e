package assay.golden.data;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a data set holds.
 *
 * @param official whether its files have the sums that their authors publish; of unpacked CIFAR-10 none is published
 * @param training how many training images there are of each class
 * @param test how many test images there are of each class
 */
@SuppressWarnings("ArrayRecordComponent") // made for one text
public record DataSummary(DataSet set, String official, int[] training, int[] test) {
    public DataSummary {
        requireNonNull(set, "set is null");
        requireNonNull(official, "official is null");
    }

    /** @throws DataFileException if a file is missing or wrong */
    public static DataSummary of(DataFolder folder, DataSet set) throws DataFileException {
        int[] training = new int[DataSet.CLASSES];
        folder.training(set, images -> count(images.labels(), training));
        int[] test = new int[DataSet.CLASSES];
        count(folder.test(set).labels(), test);
        return new DataSummary(set, Checksums.of(folder.of(set), set), training, test);
    }

    /** Whether the classes are as large as they should be; MNIST's differ by nature. */
    public boolean balanced() {
        return set != DataSet.CIFAR10
                || (Arrays.stream(training).allMatch(count -> count == set.trainingImages() / DataSet.CLASSES)
                        && Arrays.stream(test).allMatch(count -> count == set.testImages() / DataSet.CLASSES));
    }

    /** Some lines for a person. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: %,d training images %s, %,d test images %s; %s",
                set.id(),
                set.trainingImages(),
                Arrays.toString(training),
                set.testImages(),
                Arrays.toString(test),
                official);
    }

    private static void count(byte[] labels, int[] counts) {
        for (byte label : labels) {
            counts[label]++;
        }
    }
}
