package assay.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Pages as answers. */
public final class Html {
    private Html() {}

    public static void answer(Context http, int status, byte[] page) {
        http.status(status).contentType("text/html; charset=utf-8").result(page);
    }

    /** After a form: the page is fetched anew, and going back does not send the form again. */
    public static void redirect(Context http, String path) {
        http.redirect(path, HttpStatus.SEE_OTHER);
    }
}
