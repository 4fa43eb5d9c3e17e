package assay.core.assignment;

import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code forbidden: [{ use: org.nd4j, reason: "a library" }, { allow: java.lang.foreign }]}: what is forbidden
 * besides what always is, and what of that is not.
 */
final class ForbiddenReader {
    private static final int LONGEST_REASON = 300;

    /**
     * What no kernel needs: it starts programs, leaves Java, or brings code that this check does not see, also by opening
     * the loader that holds the classes. A container refuses most of it as well; to be told before is kinder.
     */
    static final List<ForbiddenUse> STANDARD = List.of(
            new ForbiddenUse("java.lang.ProcessBuilder", "a way to start another program"),
            new ForbiddenUse("java.lang.Runtime#exec", "a way to start another program"),
            new ForbiddenUse("java.lang.System#load", "a way to run native code"),
            new ForbiddenUse("java.lang.System#loadLibrary", "a way to run native code"),
            new ForbiddenUse("java.lang.Runtime#load", "a way to run native code"),
            new ForbiddenUse("java.lang.Runtime#loadLibrary", "a way to run native code"),
            new ForbiddenUse("java.lang.foreign", "a way to run native code"),
            new ForbiddenUse("java.lang.ClassLoader#defineClass", "a way to run code that was not handed in"),
            new ForbiddenUse(
                    "java.lang.invoke.MethodHandles$Lookup#defineClass", "a way to run code that was not handed in"),
            new ForbiddenUse(
                    "java.lang.invoke.MethodHandles$Lookup#defineHiddenClass",
                    "a way to run code that was not handed in"),
            new ForbiddenUse(
                    "java.lang.invoke.MethodHandles$Lookup#defineHiddenClassWithClassData",
                    "a way to run code that was not handed in"),
            new ForbiddenUse("java.net.URLClassLoader", "a way to run code that was not handed in"),
            new ForbiddenUse("javax.tools", "a way to run code that was not handed in"),
            new ForbiddenUse("java.lang.classfile", "a way to run code that was not handed in"),
            new ForbiddenUse(
                    "java.lang.reflect.AccessibleObject#setAccessible", "a way into what is not the code's own"),
            new ForbiddenUse(
                    "java.lang.reflect.AccessibleObject#trySetAccessible", "a way into what is not the code's own"),
            new ForbiddenUse("java.lang.invoke.MethodHandles#privateLookupIn", "a way into what is not the code's own"),
            new ForbiddenUse("assay.runner", "what calls the code, and not the code's own"),
            new ForbiddenUse("assay.trainer", "what calls the code, and not the code's own"),
            new ForbiddenUse("java.lang.instrument", "a way into the JVM itself"),
            new ForbiddenUse("sun.misc", "a way into the JVM itself"),
            new ForbiddenUse("jdk.internal", "a way into the JVM itself"),
            new ForbiddenUse("com.sun", "a way into the JVM itself"));

    private ForbiddenReader() {}

    static Optional<List<ForbiddenUse>> forbidden(YamlValue value) {
        return value.list().map(items -> {
            List<ForbiddenUse> forbidden = new ArrayList<>(STANDARD);
            items.stream().flatMap(item -> item.object().stream()).forEach(item -> read(item, forbidden));
            return forbidden;
        });
    }

    private static void read(YamlObject item, List<ForbiddenUse> forbidden) {
        if (item.has("allow")) {
            item.allow(List.of("allow"));
            item.required("allow").ifPresent(value -> allow(value, forbidden));
            return;
        }
        item.allow(List.of("use", "reason"));
        Optional<String> use = item.required("use").flatMap(ForbiddenReader::name);
        Optional<String> reason =
                item.required("reason").flatMap(YamlValue::text).map(ForbiddenReader::capped);
        if (use.isPresent() && reason.isPresent()) {
            forbidden.addFirst(new ForbiddenUse(use.get(), reason.get())); // an assignment's reason is the better one
        }
    }

    private static void allow(YamlValue value, List<ForbiddenUse> forbidden) {
        name(value).ifPresent(name -> {
            List<ForbiddenUse> meant = STANDARD.stream()
                    .filter(standard -> standard.name().equals(name))
                    .toList();
            if (meant.isEmpty()) {
                value.problem("'" + name + "' is not among what is always forbidden: "
                        + String.join(
                                ", ", STANDARD.stream().map(ForbiddenUse::name).toList()));
            }
            forbidden.removeAll(meant);
        });
    }

    private static Optional<String> name(YamlValue value) {
        return value.written(
                "a package, a class or a class#member, such as java.lang.Runtime#exec",
                text -> ForbiddenUse.FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    }

    private static String capped(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
