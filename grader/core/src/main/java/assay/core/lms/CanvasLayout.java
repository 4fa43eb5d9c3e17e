package assay.core.lms;

import assay.core.intake.ClassFile;
import assay.core.intake.ClassFiles;
import java.util.List;

/** Canvas's "Download submissions": all files beside one another. */
record CanvasLayout() implements Layout {
    @Override
    public LmsSystem system() {
        return LmsSystem.CANVAS;
    }

    @Override
    public boolean fits(ClassFiles files) {
        List<ClassFile> considered = files.files().stream()
                .filter(file -> !file.path().equals(Claims.LIST))
                .toList();
        return !considered.isEmpty()
                && considered.stream()
                        .allMatch(file -> file.isAtTheTop()
                                && !CanvasNames.readings(file.path()).isEmpty());
    }

    @Override
    public Gathering gather(ClassFiles files, LmsRequest request) {
        Claims claims = new Claims(system(), request);
        for (ClassFile file : files.files()) {
            List<Reading> readings = file.isAtTheTop() ? CanvasNames.readings(file.path()) : List.of();
            if (readings.isEmpty()) {
                claims.stray(file);
            } else {
                claims.add(
                        file,
                        readings,
                        reading -> reading.kind().equals(CanvasNames.TYPED)
                                ? reading.kind() + "/" + reading.rest()
                                : reading.rest());
            }
        }
        return claims.gathering();
    }
}
