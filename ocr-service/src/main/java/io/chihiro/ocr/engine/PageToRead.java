package io.chihiro.ocr.engine;

import java.util.function.BooleanSupplier;

/// A page that the chain is asked to read.
///
/// @param user whose page
/// @param photo SHA-256 of the photo
/// @param image its picture
/// @param isPrivate whether the owner has marked the page private by now; asked anew before each
///     time the page would leave the machine
public record PageToRead(String user, String photo, PageImage image, BooleanSupplier isPrivate) {}
