package de.ratssaal.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are made into PDFs, as settings {@code ratssaal.conversion.…}.
 *
 * @param program LibreOffice: a name that is looked for on the path, or where it lies; empty to do without it
 * @param time how long the conversion of one file may take
 * @param memory how much memory it may take; LibreOffice reserves more than it uses
 * @param maxSize largest PDF that may come of it
 * @param parallel how many files are converted at the same time
 */
@ConfigurationProperties("ratssaal.conversion")
record ConversionSettings(
        @DefaultValue("soffice") String program,
        @DefaultValue("2m") Duration time,
        @DefaultValue("4GB") DataSize memory,
        @DefaultValue("500MB") DataSize maxSize,
        @DefaultValue("1") int parallel) {}
