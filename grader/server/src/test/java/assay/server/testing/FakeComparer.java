package assay.server.testing;

import assay.core.alike.Comparer;
import assay.core.alike.Comparison;
import assay.core.alike.Pair;
import assay.core.alike.Spread;
import assay.core.alike.Stretch;
import assay.core.alike.Work;
import assay.core.domain.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Says that all are alike from the first line to the second of their first file. May be told to fail, to break or to wait.
 */
public final class FakeComparer implements Comparer {
    private static final double ALIKE = 0.875;

    private final List<String> compared = Collections.synchronizedList(new ArrayList<>());
    private final List<SourceFile> given = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final String how;

    /** @param how {@code well}, {@code fails}, {@code breaks} or {@code waits} until it is released */
    public FakeComparer(String how) {
        this.how = how;
    }

    @Override
    public Comparison compare(Iterable<Work> works, List<SourceFile> given) throws InterruptedException {
        this.given.addAll(given);
        List<Work> all = new ArrayList<>();
        works.forEach(all::add);
        all.forEach(work -> compared.add(work.sources().getFirst().text()));
        return switch (how) {
            case "fails" -> new Comparison.Failed("JPlag was <b>away</b>.");
            case "breaks" -> throw new IllegalStateException("broken");
            case "waits" -> {
                waiting.countDown();
                released.await();
                yield compared(all);
            }
            default -> compared(all);
        };
    }

    private static Comparison compared(List<Work> all) {
        return new Comparison.Compared(pairs(all), spread(all.size()), List.of());
    }

    private static Spread spread(int works) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(Spread.BINS, 0L));
        counts.set((int) (Spread.BINS * ALIKE), works * (works - 1L) / 2);
        return new Spread(counts);
    }

    private static List<Pair> pairs(List<Work> all) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pairs.add(new Pair(
                        all.get(i).id(),
                        all.get(j).id(),
                        ALIKE,
                        1,
                        42,
                        List.of(new Stretch(place(all.get(i)), place(all.get(j)), 42))));
            }
        }
        return pairs;
    }

    private static Stretch.Place place(Work work) {
        return new Stretch.Place(work.sources().getFirst().path(), 1, 2);
    }

    public List<String> compared() {
        return List.copyOf(compared);
    }

    public List<SourceFile> given() {
        return List.copyOf(given);
    }

    public void release() {
        released.countDown();
    }

    public void awaitWaiting() throws InterruptedException {
        waiting.await();
    }
}
