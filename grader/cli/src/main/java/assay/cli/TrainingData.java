package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.golden.data.DataFileException;
import assay.golden.data.DataFolder;
import assay.golden.data.DataSet;
import assay.sandbox.train.ImageCounts;
import java.nio.file.Path;

/** What training sees of the data sets, for whoever starts trainers. */
record TrainingData(DataFolder folder) implements ImageCounts {
    TrainingData {
        requireNonNull(folder, "folder is null");
    }

    /** The folder that a trainer of that set may read. */
    Path prepared(String id) {
        try {
            return folder.prepared(set(id));
        } catch (DataFileException e) {
            throw fault(e.explanation());
        }
    }

    @Override
    public Shape of(String id) {
        DataSet set = set(id);
        return new Shape(
                set.trainingImages(),
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
}
