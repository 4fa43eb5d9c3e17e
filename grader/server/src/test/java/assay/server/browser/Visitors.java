package assay.server.browser;

import assay.server.http.SignIn;
import assay.server.testing.TestSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;

/** People at a site, each with a browser of their own; what they see and press has a name. */
final class Visitors implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;

    private final Chromium chromium;
    private final TestSite site;
    private final List<BrowserContext> contexts = new ArrayList<>();

    Visitors(Chromium chromium, TestSite site) {
        this.chromium = chromium;
        this.site = site;
    }

    TestSite site() {
        return site;
    }

    /** A browser that nobody has signed in yet. */
    Page browser() {
        return browser(true);
    }

    private Page browser(boolean scripts) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.server().address())
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        return context.newPage();
    }

    Page signedIn(String person) {
        return signedIn(person, browser());
    }

    /** In a browser that runs no script. */
    Page withoutScripts(String person) {
        return signedIn(person, browser(false));
    }

    private Page signedIn(String person, Page page) {
        String session = site.store().write(tx -> SignIn.open(tx, person));
        page.context()
                .addCookies(List.of(new Cookie("assay_session", session)
                        .setUrl(site.server().address())
                        .setHttpOnly(true)));
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** They go; whoever comes next finds no window of theirs. */
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** The page, whole and with its style sheet: a press itself waits only until the next page has begun. */
    static Page loaded(Page page) {
        page.waitForLoadState();
        return page;
    }

    /** They go, and the site with them. */
    @Override
    public void close() {
        leave();
        site.close();
    }
}
