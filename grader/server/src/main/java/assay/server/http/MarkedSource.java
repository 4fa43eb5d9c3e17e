package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Stretch;
import assay.core.domain.SourceFile;
import assay.core.report.text.SafeText;
import assay.server.page.Link;
import assay.server.page.PairPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a submission with the stretches marked in them. Each stretch has a number, by which the lines of one side
 * lead to those of the other.
 */
final class MarkedSource {
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 5000;
    private static final int TONES = 3;

    private final String own;
    private final String other;
    private final List<Stretch.Place> places;

    /**
     * @param own what the anchors of this side begin with
     * @param other what those of the other side do
     * @param places one for each stretch, in their order
     */
    MarkedSource(String own, String other, List<Stretch.Place> places) {
        this.own = requireNonNull(own, "own is null");
        this.other = requireNonNull(other, "other is null");
        this.places = List.copyOf(places);
    }

    PairPage.Side side(Link submission, List<SourceFile> sources) {
        List<PairPage.File> files = new ArrayList<>();
        int left = MOST_LINES;
        for (SourceFile source : sources) {
            if (places.stream().anyMatch(place -> place.path().equals(source.path())) && left > 0) {
                List<PairPage.Line> lines = lines(source, left);
                files.add(new PairPage.File(PageText.line(source.path()), lines));
                left -= lines.size();
            }
        }
        return new PairPage.Side(submission, files, sources.size() - files.size());
    }

    private List<PairPage.Line> lines(SourceFile source, int most) {
        List<String> texts = source.text().lines().limit(most).toList();
        List<PairPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(line(source.path(), i + 1, texts.get(i)));
        }
        return lines;
    }

    private PairPage.Line line(String path, int number, String text) {
        List<PairPage.Start> starts = new ArrayList<>();
        Optional<Integer> mark = Optional.empty();
        for (int i = 0; i < places.size(); i++) {
            Stretch.Place place = places.get(i);
            if (place.path().equals(path) && place.from() <= number && number <= place.to()) {
                mark = mark.isPresent() ? mark : Optional.of(i);
                if (place.from() == number) {
                    starts.add(new PairPage.Start(i + 1, own + (i + 1), other + (i + 1)));
                }
            }
        }
        return new PairPage.Line(
                number,
                SafeText.visible(text, LONGEST_LINE),
                mark.map(one -> "tone" + one % TONES).orElse(""),
                starts);
    }
}
