package assay.runner.frame;

/** The host's first frame to a fresh process, answered by {@link Ready}; its header brings the nonce. */
public record Hello() implements ToCompiler, ToRunner, ToTrainer {}
