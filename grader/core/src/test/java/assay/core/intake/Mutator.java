package assay.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Makes texts that are nearly right out of right ones, the same each time for one seed. */
final class Mutator {
    private final RandomGenerator random;
    private final List<String> whole;
    private final List<String> words;

    /** @param words what means something where it stands, to be put where it does not belong */
    Mutator(long seed, List<String> whole, List<String> words) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.whole = List.copyOf(whole);
        this.words = List.copyOf(words);
    }

    byte[] next() {
        StringBuilder text = new StringBuilder(pick(whole));
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            change(text);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(16) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(); // perhaps no UTF-8 any more
        }
        return bytes;
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text.setLength(at);
            case 1 -> text.delete(at, to);
            case 2 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(1, 20)));
            case 3 -> text.insert(at, (char) random.nextInt(0x2100));
            case 4 -> text.insert(at, pick(whole));
            default -> text.insert(at, pick(words));
        }
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
