package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.net.GuardedWeb;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is in a platform's course (Names and Role Provisioning Services 2.0). It is read, and nobody is changed by it. */
public final class Roster {
    private static final int MOST_PAGES = 200;
    private static final Pattern NEXT =
            Pattern.compile("<([^>]{1,2000})>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    private final GuardedWeb web;
    private final ServiceTokens tokens;

    public Roster(GuardedWeb web, ServiceTokens tokens) {
        this.web = requireNonNull(web, "web is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
    }

    /** Somebody; name and address are empty where the platform does not tell. */
    public record Member(String subject, String name, String email, List<String> roles, boolean active) {
        public Member {
            requireNonNull(subject, "subject is null");
            roles = List.copyOf(roles);
        }
    }

    /** What came of asking. */
    public sealed interface Result {
        record Members(List<Member> members) implements Result {
            public Members {
                members = List.copyOf(members);
            }
        }

        record Failed(String reason) implements Result {}
    }

    public Result read(Registration registration, String deployment, URI memberships) {
        if (!(tokens.get(registration, deployment, Lti.SCOPE_NAMES)
                instanceof ServiceTokens.Result.Token(String token))) {
            return new Result.Failed("the platform gives no leave to read its list of people");
        }
        List<Member> members = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> page = Optional.of(memberships);
        while (page.isPresent()) {
            URI address = page.get();
            if (!seen.add(address) || seen.size() > MOST_PAGES) {
                return new Result.Failed("its list of people goes round in a circle, or never ends");
            }
            WebAnswer answer = web.send(
                    WebRequest.get(address).with("Accept", Lti.NAMES_TYPE).with("Authorization", "Bearer " + token));
            if (!(answer instanceof WebAnswer.Answered got) || !got.isSuccess()) {
                return new Result.Failed(answer.summary());
            }
            Optional<Claims> claims = Claims.parse(got.text());
            if (claims.isEmpty()) {
                return new Result.Failed("its list of people cannot be read");
            }
            claims.get().each("members").forEach(each -> members.add(member(each)));
            page = next(got, address);
            // With the next page goes our leave: nobody else may get it.
            if (page.filter(other -> !LoginFlow.origin(other).equals(LoginFlow.origin(memberships)))
                    .isPresent()) {
                return new Result.Failed("its list of people goes on at another host");
            }
        }
        return new Result.Members(members);
    }

    private static Optional<URI> next(WebAnswer.Answered answer, URI base) {
        for (String header : answer.headers().getOrDefault("link", List.of())) {
            Matcher next = NEXT.matcher(header);
            if (next.find()) {
                try {
                    return Optional.of(base.resolve(next.group(1)));
                } catch (IllegalArgumentException malformed) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Member member(Claims each) {
        String name = each.text("name").isEmpty()
                ? (each.text("given_name") + " " + each.text("family_name")).strip()
                : each.text("name");
        String status = each.text("status");
        return new Member(
                each.id("user_id"),
                name,
                each.text("email"),
                each.texts("roles"),
                status.isEmpty() || status.equals("Active"));
    }
}
