import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.JPlagResult;
import de.jplag.Match;
import de.jplag.Submission;
import de.jplag.Token;
import de.jplag.clustering.ClusteringOptions;
import de.jplag.java.JavaLanguage;
import de.jplag.options.JPlagOptions;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of its own, which no other part of Assay is compiled or linked with: compares folders of Java files by JPlag 6
 * (https://github.com/jplag/JPlag, GPL-3.0), and prints what it finds, a line each, with tabs. The JDK runs it as it is:
 *
 * <pre>java -cp JPLAG Compare.java FOLDER_OF_SUBMISSIONS FOLDER_GIVEN|- MOST_PAIRS MOST_STRETCHES</pre>
 *
 * All names in it are Assay's own making, so that there is nothing to be escaped:
 *
 * <pre>
 * out      SUBMISSION  unreadable|large|small
 * pair     FIRST SECOND SIMILARITY LARGER TOKENS
 * stretch  FILE FROM TO FILE FROM TO TOKENS      of the pair before it
 * spread   COUNT ...                             of all pairs, in each twentieth of similarity
 * end
 * </pre>
 */
final class Compare {
    private static final int MOST_TOKENS = 50_000;
    private static final int BINS = 20;

    /** Below that of JPlag's own threads: what is read in it is read in them. */
    private static final long STACK_BYTES = 4L << 20;

    private static final JavaLanguage JAVA = new JavaLanguage();

    private Compare() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream())); // a compiler at its end tells it at length
        try {
            compare(arguments, out);
            out.println("end");
            out.flush();
        } catch (Exception | StackOverflowError e) {
            err.println(e);
            System.exit(1);
        }
    }

    private static void compare(String[] arguments, PrintStream out) throws Exception {
        Path root = Path.of(arguments[0]);
        if (leaveOut(root, out) < 2) {
            return;
        }
        JPlagOptions options = new JPlagOptions(JAVA, Set.of(root.toFile()), Set.of())
                .withClusteringOptions(new ClusteringOptions().withEnabled(false));
        if (!arguments[1].equals("-")) {
            Path given = Path.of(arguments[1]);
            if (!reading(given).equals("well")) {
                throw new IOException("what everybody was given cannot be read as Java");
            }
            options = options.withBaseCodeSubmissionDirectory(given.toFile());
        }
        print(JPlag.run(options), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), out);
    }

    /** What JPlag would stumble over, all of it or in the middle; returns how many submissions stay. */
    private static int leaveOut(Path root, PrintStream out) throws IOException, InterruptedException {
        int left = 0;
        for (Path submission : inside(root)) {
            String read = reading(submission);
            if (read.equals("well")) {
                left++;
            } else {
                out.println("out\t" + submission.getFileName() + "\t" + read);
                for (Path file : inside(submission)) {
                    Files.delete(file);
                }
                Files.delete(submission);
            }
        }
        return left;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static String reading(Path submission) throws IOException, InterruptedException {
        Set<File> files = new HashSet<>();
        inside(submission).forEach(file -> files.add(file.toFile()));
        String[] read = {"unreadable"}; // and stays so where the stack of the thread is at its end
        Thread thread = new Thread(null, () -> read[0] = reading(files), "read", STACK_BYTES);
        thread.setUncaughtExceptionHandler((ended, cause) -> {});
        thread.start();
        thread.join();
        return read[0];
    }

    private static String reading(Set<File> files) {
        try {
            int tokens = JAVA.parse(files, false).size();
            return tokens > MOST_TOKENS ? "large" : tokens - files.size() < JAVA.minimumTokenMatch() ? "small" : "well";
        } catch (Exception | StackOverflowError e) {
            return "unreadable";
        }
    }

    private static void print(JPlagResult result, int mostPairs, int mostStretches, PrintStream out) {
        for (Submission submission : result.getSubmissions().getInvalidSubmissions()) {
            out.println("out\t" + submission.getName() + "\tunreadable");
        }
        for (JPlagComparison pair : result.getComparisons(mostPairs)) {
            out.println("pair\t" + pair.firstSubmission().getName() + "\t"
                    + pair.secondSubmission().getName() + "\t" + share(pair.similarity()) + "\t"
                    + share(pair.maximalSimilarity()) + "\t" + pair.getNumberOfMatchedTokens());
            pair.matches().stream()
                    .sorted(Comparator.comparingInt(Match::length).reversed())
                    .limit(mostStretches)
                    .forEach(match -> out.println("stretch\t"
                            + place(pair.firstSubmission(), match.startOfFirst(), match.endOfFirst()) + "\t"
                            + place(pair.secondSubmission(), match.startOfSecond(), match.endOfSecond()) + "\t"
                            + match.length()));
        }
        out.println(spread(result.getAllComparisons()));
    }

    private static String spread(List<JPlagComparison> pairs) {
        int[] counts = new int[BINS];
        pairs.forEach(pair -> counts[Math.min(BINS - 1, (int) (share(pair.similarity()) * BINS))]++);
        return "spread\t" + Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining("\t"));
    }

    /** Of a submission that has nothing of its own it is no number. */
    private static double share(double similarity) {
        return similarity > 0 ? Math.min(similarity, 1) : 0;
    }

    private static String place(Submission submission, int from, int to) {
        List<Token> tokens = submission.getTokenList().subList(from, to + 1);
        int last = tokens.stream().mapToInt(Token::getLine).max().orElseThrow();
        int first = tokens.stream().mapToInt(Token::getLine).min().orElseThrow();
        return tokens.getFirst().getFile().getName() + "\t" + first + "\t" + last;
    }
}
