package de.ratssaal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The map and the table of docs/architecture.md, made from the code. */
final class ModuleMap {

    private static final ApplicationModules MODULES = ModuleStructureTest.MODULES;
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAP = Pattern.compile("(?s)(?<=<!-- made from the code -->\n).*?(?=<!-- end -->)");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\.\\s");

    /** Used by every module; arrows to them would hide all others. */
    private static final List<String> EVERYWHERE = List.of("base", "identity");

    private ModuleMap() {}

    static void assertUpToDate() throws IOException {
        var document = Files.readString(DOCUMENT);
        var renewed = MAP.matcher(document).replaceFirst(Matcher.quoteReplacement(map()));
        if (System.getenv("UPDATE_DOCS") != null) {
            Files.writeString(DOCUMENT, renewed);
            return;
        }
        assertThat(document)
                .as("out of date; renew it with: UPDATE_DOCS=1 ./ratssaal test ModuleStructureTest")
                .isEqualTo(renewed);
    }

    private static String map() {
        return "\n```mermaid\nflowchart TD\n"
                + modules()
                        .filter(it -> !EVERYWHERE.contains(name(it)))
                        .map(it -> "  %s[\"%s\"]%n".formatted(name(it), it.getDisplayName()))
                        .collect(joining())
                + modules()
                        .filter(it -> !EVERYWHERE.contains(name(it)))
                        .flatMap(it -> used(it).filter(other -> !EVERYWHERE.contains(other))
                                .map(other -> "  %s --> %s%n".formatted(name(it), other)))
                        .collect(joining())
                + "```\n\n| module | what it is | uses | hears of |\n|---|---|---|---|\n"
                + modules().map(ModuleMap::row).collect(joining())
                + "\n";
    }

    private static String row(ApplicationModule module) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        name(module),
                        purpose(module),
                        used(module).collect(joining(", ")),
                        heard(module).collect(joining(", ")));
    }

    private static Stream<ApplicationModule> modules() {
        return MODULES.stream().sorted();
    }

    private static Stream<String> used(ApplicationModule module) {
        return names(module.getDirectDependencies(MODULES).stream());
    }

    private static Stream<String> heard(ApplicationModule module) {
        return names(module.getDirectDependencies(MODULES, DependencyType.EVENT_LISTENER).stream());
    }

    private static Stream<String> names(Stream<ApplicationModuleDependency> dependencies) {
        return dependencies.map(it -> name(it.getTargetModule())).distinct().sorted();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** First sentence of the package's description. */
    private static String purpose(ApplicationModule module) {
        var folder = module.getBasePackage().getName().replace('.', '/');
        try {
            var description = FIRST_SENTENCE.matcher(
                    Files.readString(SOURCES.resolve(folder).resolve("package-info.java")));
            return description.find()
                    ? description.group(1).replaceAll("\\s+\\*?\\s*", " ").strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
