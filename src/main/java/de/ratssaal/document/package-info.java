/**
 * Files: kept once per content, checked before they are let in and whenever they are read; and the city's letter as PDF.
 *
 * <p>A file belongs to something of another module. Who may read or change it is that module's answer ({@link
 * de.ratssaal.document.FileAccess}); without an answer nobody may.
 */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"identity", "organization", "base", "base::ui"})
@NullMarked
package de.ratssaal.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
