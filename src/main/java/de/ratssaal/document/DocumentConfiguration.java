package de.ratssaal.document;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of this module known. */
@Configuration
@EnableConfigurationProperties({DocumentSettings.class, ConversionSettings.class, ReadingSettings.class})
class DocumentConfiguration {}
