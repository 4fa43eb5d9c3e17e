/**
 * A folder of submissions becomes a list of entries, and each entry, when it is read, an {@link
 * assay.core.intake.Intake}. Nothing is executed and nothing is written: archives are unpacked in memory, under {@link
 * assay.core.intake.IntakeLimits}. What a student did wrong costs that student alone; what is wrong in the teacher's
 * own files stops the class before it starts. Depends on domain, and on commons-compress, commons-csv and Jackson.
 */
@NullMarked
package assay.core.intake;

import org.jspecify.annotations.NullMarked;
