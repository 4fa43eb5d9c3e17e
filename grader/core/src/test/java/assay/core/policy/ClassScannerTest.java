package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ForbiddenUse;
import assay.core.port.Classes;
import assay.core.port.Classes.ClassFile;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A small class file can name much: what is read of it stays small. */
final class ClassScannerTest {
    private static final Scan TOO_MUCH = new Scan.Unreadable("The submission has more code than any honest one.");
    private static final String LONG = "a/" + "x".repeat(998);
    private static final List<ForbiddenUse> RULES = List.of(new ForbiddenUse("java.lang.foreign", "a way out"));

    @Test
    void a_long_name_is_held_once_however_often_it_is_used() {
        List<Use> uses = uses(classOf(
                100, (method, code) -> calls(code, ClassDesc.of(LONG.replace('/', '.')), "m" + method + "_", 100)));

        assertThat(uses).hasSize(100 * 100);
        assertThat(instances(uses, Use::owner)).hasSize(1);
    }

    @Test
    void a_long_text_is_held_once_however_often_it_is_used() {
        List<Use> uses = uses(classOf(5000, (_, code) -> code.loadConstant(LONG).pop()));

        assertThat(uses).hasSize(5000).allMatch(use -> use.owner().equals(LONG.replace('/', '.')));
        assertThat(instances(uses, Use::member)).hasSize(1);
        assertThat(instances(uses, Use::owner)).hasSize(1);
    }

    @Test
    void names_have_an_end() {
        assertThat(scan(classOf(2000, (_, code) -> calls(code, ClassDesc.of("x".repeat(4000)), "m", 100))))
                .isEqualTo(TOO_MUCH);
    }

    @Test
    void names_of_methods_have_an_end() {
        String name = "m".repeat(60_000);
        assertThat(scan(file -> {
                    for (int i = 0; i < 2000; i++) {
                        MethodTypeDesc type = MethodTypeDesc.of(ClassDesc.of("R" + i));
                        file.withMethodBody(
                                name, type, 0, code -> code.aconst_null().areturn());
                    }
                }))
                .isEqualTo(TOO_MUCH);
    }

    @Test
    void what_makes_a_lambda_may_not_name_without_end() {
        DirectMethodHandleDesc maker = MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC, ClassDesc.of("Maker"), "make", ConstantDescs.MTD_void);
        ConstantDesc[] numbers = Collections.nCopies(60_000, (ConstantDesc) 1).toArray(ConstantDesc[]::new);
        DynamicCallSiteDesc site = DynamicCallSiteDesc.of(maker, "run", ConstantDescs.MTD_void, numbers);

        assertThat(scan(classOf(20, (_, code) -> code.invokedynamic(site)))).isEqualTo(TOO_MUCH);
    }

    @Test
    void a_method_names_each_thing_once() {
        List<Use> uses = uses(classOf(1, (_, code) -> {
            calls(code, ClassDesc.of("java.lang.Thread"), "yield", 1);
            code.loadConstant("some/text").pop().loadConstant("some/text").pop();
            calls(code, ClassDesc.of("java.lang.Thread"), "yield", 1);
        }));

        assertThat(uses)
                .containsExactly(
                        new Use(Use.Kind.CALL, "java.lang.Thread", "yield0", "()V", 0),
                        new Use(Use.Kind.TEXT, "some.text", "some/text", "", 0));
    }

    @Test
    void a_finding_holds_no_more_than_is_shown() {
        Finding finding = new Finding("Mine", LONG, "Mine.java", 1, LONG, RULES.getFirst());

        assertThat(finding.method()).hasSizeLessThan(200);
        assertThat(finding.what()).hasSizeLessThan(200);
    }

    /** Of each class an object is made, and it may be called by each method of all that are above it. */
    @Test
    void a_chain_of_classes_with_many_methods_is_refused() {
        List<ClassFile> files = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            ClassDesc above = ClassDesc.of(i == 0 ? "java.lang.Object" : "C" + (i - 1));
            String suffix = "_" + i;
            files.add(file("C" + i, built -> {
                built.withSuperclass(above);
                for (int method = 0; method < 20; method++) {
                    built.withMethodBody("m" + method + suffix, ConstantDescs.MTD_void, 0, CodeBuilder::return_);
                }
            }));
        }
        files.add(file(
                "Mine",
                built -> built.withMethodBody("make", ConstantDescs.MTD_void, 0, code -> {
                    for (int i = 0; i < 2000; i++) {
                        code.new_(ClassDesc.of("C" + i)).pop();
                    }
                    code.return_();
                })));

        assertThat(UseCheck.of(new Classes(files), RULES))
                .isEqualTo(new UseCheck.Reading.Unreadable(
                        "The submission cannot be looked through: it has classes that take too long to follow."));
    }

    private static Consumer<ClassBuilder> classOf(int methods, BiConsumer<Integer, CodeBuilder> body) {
        return file -> {
            for (int i = 0; i < methods; i++) {
                int method = i;
                file.withMethodBody(
                        "of" + i, ConstantDescs.MTD_void, java.lang.classfile.ClassFile.ACC_STATIC, code -> {
                            body.accept(method, code);
                            code.return_();
                        });
            }
        };
    }

    private static void calls(CodeBuilder code, ClassDesc owner, String name, int calls) {
        for (int i = 0; i < calls; i++) {
            code.invokestatic(owner, name + i, ConstantDescs.MTD_void);
        }
    }

    private static ClassFile file(String name, Consumer<ClassBuilder> built) {
        return new ClassFile(name, java.lang.classfile.ClassFile.of().build(ClassDesc.of(name), built));
    }

    private static Scan scan(Consumer<ClassBuilder> built) {
        return ClassScanner.scan(new Classes(List.of(file("Mine", built))));
    }

    private static List<Use> uses(Consumer<ClassBuilder> built) {
        return switch (scan(built)) {
            case Scan.Read read ->
                read.classes().values().stream()
                        .flatMap(own -> own.methods().stream())
                        .flatMap(method -> method.uses().stream())
                        .toList();
            case Scan.Unreadable(String why) -> throw new AssertionError(why);
        };
    }

    private static Set<String> instances(List<Use> uses, Function<Use, String> part) {
        Set<String> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        uses.stream().map(part).forEach(instances::add);
        return instances;
    }
}
