class Attack extends solution.Convolution {}
