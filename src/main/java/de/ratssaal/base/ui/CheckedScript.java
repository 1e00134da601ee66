package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Loads a script for secret ballots that the browser runs only if it is, byte by byte, the one that was built. */
public final class CheckedScript {

    private static final String FOLDER = "/assets/ballot/";
    private static final String LOAD = """
            if (!document.querySelector(`script[src="${$0}"]`)) {
                const script = document.createElement('script');
                script.type = 'module';
                script.integrity = $1;
                script.src = $0;
                document.head.append(script);
            }
            """;

    private CheckedScript() {}

    /**
     * @param on component that is shown when the script is needed
     * @param name such as {@code teller}
     */
    public static void load(Component on, String name) {
        var file = name + ".js";
        on.getElement().executeJs(LOAD, FOLDER + file, integrity(file));
    }

    /** What the browser compares a script with before it runs it. */
    public static String integrity(String file) {
        try (var hashes = new ClassPathResource("META-INF/resources" + FOLDER + "integrity.json").getInputStream()) {
            return JsonMapper.shared()
                    .readTree(hashes)
                    .required(file)
                    .required("integrity")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
