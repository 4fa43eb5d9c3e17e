package assay.kernels;

public class Tensor {}
