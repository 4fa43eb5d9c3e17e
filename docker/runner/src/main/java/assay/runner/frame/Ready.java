package assay.runner.frame;

/** The process is up and waits for work. */
public record Ready() implements FromCompiler, FromRunner, FromTrainer {}
