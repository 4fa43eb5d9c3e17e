package assay.e2e.reliability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A network of its own for each worker, joined by a bridge to ours, from which it can be cut off. Takes root. */
final class Namespaces implements AutoCloseable {
    private static final String BRIDGE = "assayrel0";
    private static final String SUBNET = "10.231.77.";

    private final List<String> names = new ArrayList<>();

    /** @throws IOException where the system has none or does not allow it */
    static Namespaces make(int count) throws IOException, InterruptedException {
        Namespaces made = new Namespaces();
        try {
            made.bridge();
            for (int index = 0; index < count; index++) {
                made.add(index);
            }
            return made;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    /** Ours, as the workers see it. */
    static String host() {
        return SUBNET + "1";
    }

    /** What runs a program there. */
    List<String> prefix(int index) {
        return List.of("ip", "netns", "exec", names.get(index));
    }

    void cut(int index) throws IOException, InterruptedException {
        Programs.run("ip", "link", "set", outer(index), "down");
    }

    void mend(int index) throws IOException, InterruptedException {
        Programs.run("ip", "link", "set", outer(index), "up");
    }

    private static String outer(int index) {
        return "assayrel-o" + index;
    }

    private void bridge() throws IOException, InterruptedException {
        ip("link", "add", BRIDGE, "type", "bridge");
        ip("address", "add", host() + "/24", "dev", BRIDGE);
        ip("link", "set", BRIDGE, "up");
    }

    private void add(int index) throws IOException, InterruptedException {
        String name = "assayrel-w" + index;
        String inner = "assayrel-i" + index;
        ip("netns", "add", name);
        names.add(name);
        ip("link", "add", outer(index), "type", "veth", "peer", "name", inner);
        ip("link", "set", inner, "netns", name);
        ip("link", "set", outer(index), "master", BRIDGE);
        ip("link", "set", outer(index), "up");
        ip("-n", name, "address", "add", SUBNET + (index + 2) + "/24", "dev", inner);
        ip("-n", name, "link", "set", inner, "up");
        ip("-n", name, "link", "set", "lo", "up");
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Programs.run(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        try {
            for (String name : names) {
                ip("netns", "delete", name);
            }
            ip("link", "delete", BRIDGE);
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
