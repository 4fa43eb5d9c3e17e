package assay.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
    @Test
    void name_and_password_are_taken_out_of_the_address() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql://assay:p%40ss+word@db.example.org:5433/course?sslmode=require");

        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example.org:5433/course?sslmode=require");
        assertThat(url.user()).isEqualTo("assay");
        assertThat(url.password()).isEqualTo("p@ss+word");
        assertThat(url.toString()).doesNotContain("p@ss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://root:hush@host/db", "postgresql:host", "postgresql://u:hu sh@h/d", ""})
    void another_address_is_refused_and_its_password_not_repeated(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("hu sh");
    }
}
