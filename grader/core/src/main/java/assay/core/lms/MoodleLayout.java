package assay.core.lms;

import assay.core.intake.ClassFile;
import assay.core.intake.ClassFiles;
import java.util.List;

/** Moodle's "Download all submissions", with a folder for each student or with all files beside one another. */
record MoodleLayout() implements Layout {
    private static final String FILES = "file";

    @Override
    public LmsSystem system() {
        return LmsSystem.MOODLE;
    }

    @Override
    public boolean fits(ClassFiles files) {
        return files.files().stream()
                .anyMatch(file -> !MoodleNames.readings(file.top()).isEmpty());
    }

    @Override
    public Gathering gather(ClassFiles files, LmsRequest request) {
        Claims claims = new Claims(system(), request);
        for (ClassFile file : files.files()) {
            List<Reading> readings = MoodleNames.readings(file.top()).stream()
                    .filter(reading -> file.isAtTheTop() != reading.rest().isEmpty())
                    .toList();
            if (readings.isEmpty()) {
                claims.stray(file);
            } else if (!readings.stream().allMatch(MoodleNames::isFeedback)) {
                claims.add(file, readings, reading -> path(file, reading));
            }
        }
        return claims.gathering();
    }

    /** Everything but files, such as text typed in, under the name of its kind: the student is told it is left out. */
    private static String path(ClassFile file, Reading reading) {
        String inside = file.isAtTheTop()
                ? reading.rest()
                : file.path().substring(file.top().length() + 1);
        return reading.kind().equals(FILES) ? inside : reading.kind() + "/" + inside;
    }
}
