"""Validates JSON documents against the schema of health models: one line of JSON [schema path, document] in, the number of errors out."""
import json
import sys

import jsonschema

for line in sys.stdin:
    path, document = json.loads(line)
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    print(len(list(jsonschema.Draft202012Validator(schema).iter_errors(json.loads(document)))))
