package assay.kernels;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells apart two classes that implement the same kernel, where an assignment asks for both:
 * {@code @Form(Form.Kind.SCALAR) class LoopConv implements Conv2d} and
 * {@code @Form(Form.Kind.VECTOR) class Im2colConv implements Conv2d}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Form {
    /** How the class computes. */
    Kind value();

    /** The two ways to compute a kernel. */
    enum Kind {
        /** One number at a time, in loops over indices. */
        SCALAR,
        /** Whole rows or matrices at a time, for instance by im2col and a matrix product. */
        VECTOR
    }
}
