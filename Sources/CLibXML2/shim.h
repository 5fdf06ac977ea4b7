#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's headers, whose types clash with those that Foundation carries. They
// concern only the inside of encoding handlers, which nobody here looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
