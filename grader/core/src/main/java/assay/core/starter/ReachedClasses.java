package assay.core.starter;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class with all classes of ours that it needs, directly or not: what their constant pools name. It proves besides that
 * they need nothing but the JDK.
 */
final class ReachedClasses {
    private static final String OURS = "assay/";
    /** Of a class in a descriptor or signature, as in {@code (Lassay/kernels/Tensor;I)V}. */
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L(assay/[\\w/$]+)");

    private final ClassLoader loader;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private ReachedClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The class files by path, e.g. {@code assay/kernels/Tensor.class}.
     *
     * @throws GraderFault if one of them needs a class that is neither ours nor the JDK's
     */
    static Map<String, byte[]> from(Class<?> root) {
        ReachedClasses reached = new ReachedClasses(root.getClassLoader());
        reached.waiting.add(root.getName().replace('.', '/'));
        try {
            while (!reached.waiting.isEmpty()) {
                reached.visit(reached.waiting.remove());
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "collect the classes of the self-check", e);
        }
        return reached.files;
    }

    private void visit(String name) throws IOException {
        String path = name + ".class";
        if (files.containsKey(path)) {
            return;
        }
        byte[] bytes = read(path);
        files.put(path, bytes);
        ClassModel model = ClassFile.of().parse(bytes);
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry named) {
                meet(name, named.asSymbol());
            } else if (entry instanceof Utf8Entry text) {
                Matcher described = IN_DESCRIPTOR.matcher(text.stringValue());
                described.results().forEach(found -> waiting.add(found.group(1)));
            }
        }
    }

    private void meet(String by, ClassDesc described) {
        ClassDesc element = described;
        while (element.isArray()) {
            element = element.componentType();
        }
        if (element.isPrimitive()) {
            return;
        }
        String descriptor = element.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1);
        if (name.startsWith(OURS)) {
            waiting.add(name);
        } else if (ClassLoader.getPlatformClassLoader().getResource(name + ".class") == null) {
            throw new GraderFault(
                    GraderFault.Code.STORAGE,
                    "collect the classes of the self-check",
                    by + " needs " + name + ", which a student does not have");
        }
    }

    private byte[] read(String path) throws IOException {
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("there is no " + path);
            }
            return in.readAllBytes();
        }
    }
}
