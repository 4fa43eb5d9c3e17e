package assay.sandbox.jail;

import assay.runner.compile.CompileMain;
import assay.runner.run.RunMain;

/** What runs in a jail. */
public enum Program {
    /** Compiles; never runs a student's code. */
    COMPILER(CompileMain.class),
    /** Runs one submission whose calls are over soon. */
    BRIEF_RUNNER(RunMain.class),
    /** Runs one submission whose calls go on. */
    LASTING_RUNNER(RunMain.class);

    private final Class<?> main;

    Program(Class<?> main) {
        this.main = main;
    }

    public String mainClass() {
        return main.getName();
    }
}
