package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What submissions may not use.
 *
 * @param name a package, which stands for all below it as well, or a class, which stands for those nested in it as
 *     well: {@code org.nd4j}, {@code java.lang.ProcessBuilder}; or a method or field of a class, of any signature and
 *     also where a subclass inherits it: {@code java.lang.Runtime#exec}
 * @param reason to the student, to be read after "it is": {@code a neural-network library}
 */
public record ForbiddenUse(String name, String reason) {
    /** Of a name. */
    public static final Pattern FORM =
            Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*(?:#[A-Za-z_$][\\w$]*)?");

    public ForbiddenUse {
        requireNonNull(name, "name is null");
        requireNonNull(reason, "reason is null");
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a package, class or member: " + name);
        }
    }

    /** The member; empty where a class or package as a whole is meant. */
    public String member() {
        int mark = name.indexOf('#');
        return mark < 0 ? "" : name.substring(mark + 1);
    }

    /** The class or package. */
    public String owner() {
        int mark = name.indexOf('#');
        return mark < 0 ? name : name.substring(0, mark);
    }

    /**
     * Whether that class is meant, as a whole.
     *
     * @param className e.g. {@code java.lang.ProcessBuilder$Redirect}
     */
    public boolean isClass(String className) {
        return member().isEmpty() && within(className, owner());
    }

    /** Whether that member is meant, alone or with all of its class. */
    public boolean isMember(String className, String memberName) {
        return isClass(className) || (member().equals(memberName) && className.equals(owner()));
    }

    private static boolean within(String className, String owner) {
        if (!className.startsWith(owner)) {
            return false;
        }
        return className.length() == owner.length()
                || className.charAt(owner.length()) == '.'
                || className.charAt(owner.length()) == '$';
    }
}
