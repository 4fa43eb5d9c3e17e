package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ForbiddenUse;
import assay.core.domain.Notice;
import assay.core.port.Classes;
import assay.core.port.Implementation;
import assay.kernels.call.Kernel;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UseCheckTest {
    private static final int CHAIN = 5000;
    private static final List<ForbiddenUse> RULES = List.of(
            new ForbiddenUse("org.nd4j", "a neural-network library"),
            new ForbiddenUse("java.lang.ProcessBuilder", "a way to start another program"),
            new ForbiddenUse("java.lang.Runtime#exec", "a way to start another program"),
            new ForbiddenUse("java.lang.foreign", "a way to run native code"),
            new ForbiddenUse("java.lang.ClassLoader#defineClass", "a way to run code that was not handed in"),
            new ForbiddenUse("java.lang.reflect.AccessibleObject#setAccessible", "a way into what is not its own"),
            new ForbiddenUse("java.lang.System#load", "a way to run native code"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a constructor           | Mine.relu (Mine.java:5) uses java.lang.ProcessBuilder | new ProcessBuilder("id");
            a method                | uses java.lang.Runtime.exec  | try { Runtime.getRuntime().exec("id"); } catch (java.io.IOException e) { }
            a nested class          | uses java.lang.ProcessBuilder$Redirect | var r = ProcessBuilder.Redirect.INHERIT;
            a type alone            | uses java.lang.foreign.Arena | Object o = input; boolean b = o instanceof java.lang.foreign.Arena;
            an array of it          | uses java.lang.foreign.Arena | Object o = new java.lang.foreign.Arena[3][2];
            a class literal         | uses java.lang.ProcessBuilder | Object o = ProcessBuilder.class;
            a method reference      | uses java.lang.System.load  | java.util.function.Consumer<String> c = System::load;
            a constructor reference | uses java.lang.ProcessBuilder | java.util.function.Function<java.util.List<String>, Object> c = ProcessBuilder::new;
            a lambda                | Mine.relu (Mine.java:5) uses java.lang.ProcessBuilder | Runnable r = () -> new ProcessBuilder("id"); r.run();
            an inherited method     | uses Mine$Loader.defineClass | new Loader().get();
            by name                 | uses "org.nd4j.linalg.factory.Nd4j" | try { Class.forName("org.nd4j.linalg.factory.Nd4j"); } catch (Exception e) { }
            by a folded name        | uses "java.lang.ProcessBuilder" | try { Class.forName("java.lang." + "ProcessBuilder"); } catch (Exception e) { }
            a member by name        | uses "exec" | try { Runtime.class.getMethod("exec", String.class); } catch (Exception e) { }
            a method handle         | uses "exec" | try { java.lang.invoke.MethodHandles.lookup().findVirtual(Runtime.class, "exec", null); } catch (Exception e) { }
            through own method      | Mine.helper (Mine.java:8) uses java.lang.ProcessBuilder | helper();
            through own interface   | Mine$Worker.work (Mine.java:9) uses java.lang.ProcessBuilder | Work w = new Worker(); w.work();
            through a callback      | Mine$Order.compare | new java.util.TreeSet<String>(new Order());
            through toString        | Mine$Named.toString | String s = "" + new Named();
            through a static block  | Mine$Eager (the static initialiser) | int i = Eager.number;
            through a default       | Mine$Work.idle | new Worker().idle();
            a bound method handle   | uses "exec" | try { java.lang.invoke.MethodHandles.lookup().bind(Runtime.getRuntime(), "exec", null); } catch (Exception e) { }
            by a described class    | uses "java.lang.ProcessBuilder" | try { java.lang.constant.ClassDesc.of("java.lang.ProcessBuilder").resolveConstantDesc(java.lang.invoke.MethodHandles.lookup()); } catch (Exception e) { }
            by opening its loader   | uses java.lang.reflect.Field.setAccessible | try { getClass().getClassLoader().getClass().getDeclaredField("files").setAccessible(true); } catch (Exception e) { }
            by a loader of its own  | uses "java.lang.ProcessBuilder" | try { new Loader().loadClass("java.lang.ProcessBuilder"); } catch (Exception e) { }
            through enum constants  | Mine$Choice (the constructor) | Object o = Choice.class.getEnumConstants();
            through a set of enums  | Mine$Choice (the constructor) | Object o = java.util.EnumSet.allOf(Choice.class);
            by initialising it      | Mine$Eager (the static initialiser) | try { java.lang.invoke.MethodHandles.lookup().ensureInitialized(Eager.class); } catch (Exception e) { }
            through a nest          | Mine$Eager (the static initialiser) | try { java.lang.invoke.MethodHandles.lookup().ensureInitialized(getClass().getNestMembers()[1]); } catch (Exception e) { }
            through a stored object | uses java.lang.ProcessBuilder | try { new java.io.ObjectInputStream(System.in).readObject(); } catch (Exception e) { }
            through a bundle        | uses java.lang.ProcessBuilder | Object o = java.util.ResourceBundle.getBundle("Mine$Texts");
            """)
    void it_is_found(String name, String found, String statement) {
        assertThat(violation(statement).orElse("nothing"))
                .startsWith("Not run: Mine")
                .contains(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing                     |
            a name in a text            | System.out.println("no org.nd4j.linalg.factory.Nd4j and no java.lang.ProcessBuilder");
            another method of the class | long m = Runtime.getRuntime().maxMemory();
            an own method of the name   | load("x");
            an honest lambda            | Runnable r = () -> System.out.println(); r.run();
            an array by reflection      | Object a = java.lang.reflect.Array.newInstance(float.class, 3);
            the name of a class         | String s = getClass().getSimpleName(); assert s != null;
            a switch over enums         | Object o = java.time.DayOfWeek.MONDAY; int i = switch (o) { case java.time.DayOfWeek.MONDAY -> 1; case java.time.Month.MAY -> 2; default -> 3; };
            a class that is only named  | Object o = new Object(); boolean b = o instanceof Worker;
            """)
    void what_is_honest_runs(String name, String statement) {
        assertThat(violation(statement == null ? "" : statement)).isEmpty();
    }

    @Test
    void the_reason_is_told() {
        assertThat(violation("new ProcessBuilder(\"id\");"))
                .contains("Not run: Mine.relu (Mine.java:5) uses java.lang.ProcessBuilder, which is a way to start"
                        + " another program. This assignment does not allow that.");
    }

    @Test
    void one_function_does_not_cost_another() {
        UseCheck check = read("""
                import assay.kernels.*;
                public class Mine implements Relu, Sigmoid {
                    public Tensor relu(Tensor input) { return input; }
                    public Tensor sigmoid(Tensor input) { new ProcessBuilder("id"); return input; }
                }
                """);

        assertThat(check.violation(implementation(Kernel.RELU))).isEmpty();
        assertThat(check.violation(implementation(Kernel.SIGMOID))).isPresent();
        assertThat(check.violationAnywhere()).isPresent();
    }

    @Test
    void behind_another_interface_all_that_implements_it_counts() {
        UseCheck check = read("""
                interface Task { void train(); }
                class Mine implements Task {
                    public void train() { System.out.println(); }
                    void other() { helper(); }
                    static void helper() { new ProcessBuilder("id"); }
                }
                class Another { void idle() { java.lang.foreign.Arena.ofAuto(); } }
                """);

        assertThat(check.violationBehind("Task").orElse("nothing")).contains("Mine.helper");
        assertThat(check.violationBehind("Other")).isEmpty();
    }

    @Test
    void whatever_reflection_could_reach_counts() {
        UseCheck check = read("""
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) {
                        try { getClass().getDeclaredMethods()[1].invoke(null); } catch (Exception e) { }
                        return input;
                    }
                    static void far() { new ProcessBuilder("id"); }
                }
                """);

        assertThat(check.violation(implementation(Kernel.RELU))).isPresent();
    }

    @Test
    void what_no_part_needs_is_noted() {
        UseCheck check = read("""
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) { return input; }
                    public static void main(String[] arguments) { new ProcessBuilder(arguments); }
                }
                """);

        assertThat(check.violation(implementation(Kernel.RELU))).isEmpty();
        assertThat(check.notices())
                .extracting(Notice::text)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Mine.main (Mine.java:4) uses java.lang.ProcessBuilder")
                        .endsWith("costs nothing."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            by the JDK's own lookup | Class.forName(name);
            by a description        | java.lang.constant.ClassDesc.of(name).resolveConstantDesc(java.lang.invoke.MethodHandles.lookup());
            by the type of a method | java.lang.invoke.MethodType.fromMethodDescriptorString(name, null).returnType();
            by a loader of its own  | new Loader().loadClass(name);
            """)
    void a_name_that_is_computed_is_for_a_person_to_look_at(String how, String statement) {
        UseCheck check = read("""
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) {
                        String name = "org.nd" + input.data().length + "j";
                        try { %s } catch (Exception e) { }
                        return input;
                    }
                    static class Loader extends ClassLoader { }
                }
                """.formatted(statement));

        assertThat(check.violation(implementation(Kernel.RELU))).isEmpty();
        assertThat(check.notices())
                .extracting(Notice::text)
                .singleElement()
                .satisfies(text ->
                        assertThat(text).startsWith("Mine.relu looks up a class by a name that is not written down"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            put together        | Runtime.class.getMethod("ex" + name, String.class)
            by a variable       | Runtime.class.getMethod(name, String.class)
            one of two          | Runtime.class.getMethod(input.rank() > 1 ? "toString" : name)
            the other of two    | Runtime.class.getMethod(input.rank() > 1 ? name : "toString")
            by another's answer | Runtime.class.getMethod(choose("toString", name))
            out of a list       | Runtime.class.getMethod(new String[] {"toString", name}[input.rank()])
            by a cast           | Runtime.class.getMethod((String) java.util.List.of("toString", name).get(1))
            as one of all       | Runtime.class.getMethods()
            as a handle         | java.lang.invoke.MethodHandles.lookup().findVirtual(Runtime.class, name, null)
            as a field          | Thread.class.getDeclaredField(name)
            """)
    void a_members_name_that_is_computed_is_for_a_person_to_look_at(String how, String expression) {
        assertThat(lookingUp(expression).notices())
                .extracting(Notice::text)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("Mine.relu looks up a method or field by a name that is not written down"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.class.getMethod(\"length\")",
                "String.class.getMethod(\"indexOf\", String.class, int.class)",
                "Thread.class.getDeclaredField(\"name\")",
                "java.lang.invoke.MethodHandles.lookup().bind(input, \"rank\","
                        + " java.lang.invoke.MethodType.methodType(int.class))",
                "new Object() { int getMethod(String any) { return 1; } }.getMethod(name)"
            })
    void a_members_name_that_is_written_down_is_no_news(String expression) {
        assertThat(lookingUp(expression).notices()).isEmpty();
    }

    private UseCheck lookingUp(String expression) {
        return read("""
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) {
                        String name = "e" + input.data().length + "c";
                        try { Object o = %s; } catch (Throwable e) { }
                        return input;
                    }
                    static String choose(String a, String b) { return b; }
                }
                """.formatted(expression));
    }

    /** Longer than a compiler follows in its time: the files are written without one. */
    @Test
    @Timeout(20)
    void a_long_chain_of_classes_is_followed_to_its_end() {
        List<Classes.ClassFile> files = new ArrayList<>();
        files.add(making("C0", "java.lang.Object", "java.lang.ProcessBuilder"));
        for (int i = 1; i < CHAIN; i++) {
            files.add(making("C" + i, "C" + (i - 1), "java.lang.Object"));
        }
        files.add(making("Mine", "java.lang.Object", "C" + (CHAIN - 1)));

        UseCheck check = read(new Classes(files));

        assertThat(check.violation(implementation(Kernel.RELU)).orElse("nothing"))
                .contains("C0 (the constructor) uses java.lang.ProcessBuilder");
    }

    /** A class whose constructor calls that above it and makes an object of another. */
    private static Classes.ClassFile making(String name, String above, String made) {
        ClassDesc superclass = ClassDesc.of(above);
        ClassDesc other = ClassDesc.of(made);
        byte[] bytes = ClassFile.of()
                .build(
                        ClassDesc.of(name),
                        file -> file.withSuperclass(superclass)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        ConstantDescs.MTD_void,
                                        0,
                                        code -> code.aload(0)
                                                .invokespecial(
                                                        superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                                .new_(other)
                                                .dup()
                                                .invokespecial(other, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                                .pop()
                                                .return_()));
        return new Classes.ClassFile(name, bytes);
    }

    @Test
    void a_copy_of_a_library_is_found_by_its_package() {
        UseCheck check = read("""
                package org.nd4j.mine;
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) { return input; }
                }
                """);

        assertThat(check.violation(new Implementation(Kernel.RELU, Optional.empty(), "org.nd4j.mine.Mine"))
                        .orElse("nothing"))
                .contains("org.nd4j.mine.Mine");
    }

    @Test
    void a_kernel_of_a_superclass_is_looked_into() {
        UseCheck check = read("""
                import assay.kernels.*;
                public class Mine extends Base { }
                abstract class Base implements Relu {
                    public Tensor relu(Tensor input) { new ProcessBuilder("id"); return input; }
                }
                """);

        assertThat(check.violation(implementation(Kernel.RELU))).isPresent();
    }

    @Test
    void a_class_that_the_sandbox_made_up_may_be_any() {
        UseCheck check = read("class Idle { void idle() { new ProcessBuilder(\"id\"); } }");

        assertThat(check.violation(implementation(Kernel.RELU))).isPresent();
    }

    @Test
    void a_file_that_is_no_class_is_refused() {
        Classes broken = new Classes(List.of(new Classes.ClassFile("Mine", new byte[] {1, 2, 3})));

        assertThat(UseCheck.of(broken, RULES))
                .isEqualTo(new UseCheck.Reading.Unreadable(
                        "The class file of Mine is not one that a Java compiler writes."));
    }

    private static Optional<String> violation(String statement) {
        return read("""
                import assay.kernels.*;
                public class Mine implements Relu {
                    public Tensor relu(Tensor input) {
                // the statement:
                %s
                        return input;
                    }
                    static void helper() { new ProcessBuilder("id"); } static void load(String what) { }
                    interface Work { void work(); default void idle() { new ProcessBuilder("id"); } } static class Worker implements Work { public void work() { new ProcessBuilder("id"); } }
                    static class Order implements java.util.Comparator<String> { public int compare(String a, String b) { new ProcessBuilder(a); return 0; } }
                    static class Named { public String toString() { new ProcessBuilder("id"); return ""; } }
                    static class Eager { static int number; static { new ProcessBuilder("id"); number = 3; } }
                    enum Choice { ONE; Choice() { new ProcessBuilder("id"); } }
                    static class Stored implements java.io.Serializable { private void readObject(java.io.ObjectInputStream in) { new ProcessBuilder("id"); } }
                    public static class Texts extends java.util.ListResourceBundle { protected Object[][] getContents() { new ProcessBuilder("id"); return null; } }
                    static class Loader extends ClassLoader { Object get() { return defineClass("x", new byte[0], 0, 0); } }
                }
                """.formatted(statement)).violation(implementation(Kernel.RELU));
    }

    private static UseCheck read(String source) {
        return read(Compiled.of(source));
    }

    private static UseCheck read(Classes classes) {
        return switch (UseCheck.of(classes, RULES)) {
            case UseCheck.Reading.Read(UseCheck check) -> check;
            case UseCheck.Reading.Unreadable(String why) -> throw new AssertionError(why);
        };
    }

    private static Implementation implementation(Kernel kernel) {
        return new Implementation(kernel, Optional.empty(), "Mine");
    }
}
