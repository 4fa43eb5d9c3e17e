package assay.training;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which of several tasks a {@link TrainingTask} is, where an assignment asks for more than one. The assignment's
 * statement has the names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Task {
    /** The name, e.g. {@code resnet20}. */
    String value();
}
