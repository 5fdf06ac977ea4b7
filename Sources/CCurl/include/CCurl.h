// Typed doors to libcurl's variadic functions, which Swift cannot call.
#pragma once
#include <curl/curl.h>

typedef size_t (*quivive_write_callback)(char *bytes, size_t size, size_t count, void *context);

CURLcode quivive_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode quivive_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode quivive_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode quivive_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode quivive_curl_set_write(CURL *handle, CURLoption option, quivive_write_callback callback);
CURLcode quivive_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode quivive_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
CURLcode quivive_curl_get_string(CURL *handle, CURLINFO info, char **value);
